Los vecinos de Skellhaven votaron el martes a favor de mantener al último farero del país y pusieron fin a una disputa que dividía al pueblo desde hacía dos años.
El ayuntamiento quería sustituir a Martin Oakes, de 61 años, por un sensor que cuesta menos que el carbón que quema en invierno.
«Me dijeron que una máquina nunca duerme», dijo Oakes. «Pues yo tampoco cuando sopla del norte».
La votación se ganó por 412 votos contra 97, la participación más alta desde un referéndum sobre el ferri en 1975.
Los opositores dijeron que el dinero se habría gastado mejor en el dique, dañado en febrero.
El ministerio, que paga un tercio del coste, tiene hasta septiembre para responder.
