Die Bewohner von Skellhaven stimmten am Dienstag dafür, den letzten Leuchtturmwärter des Landes zu behalten, und beendeten damit einen langen Streit.
Der Gemeinderat wollte Martin Oakes, 61, durch einen Sensor ersetzen, der weniger kostet als die Kohle, die er im Winter verheizt.
„Man sagte mir, eine Maschine schlafe nie“, sagte Oakes. „Nun, ich auch nicht, wenn es von Norden weht.“
Die Abstimmung ging mit 412 zu 97 Stimmen aus, die höchste Beteiligung seit einer Abstimmung über die Fähre im Jahr 1975.
Gegner sagten, das Geld wäre für die Mauer am Meer besser ausgegeben, die im Februar beschädigt wurde.
Das Ministerium, das ein Drittel der Kosten trägt, hat bis September Zeit für eine Antwort.
