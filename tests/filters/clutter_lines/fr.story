Les habitants de Skellhaven ont voté mardi pour garder le dernier gardien de phare du pays, mettant fin à une dispute qui divisait la ville depuis deux ans.
Le conseil voulait remplacer Martin Oakes, 61 ans, par un capteur qui coûte moins que le charbon qu'il brûle en hiver.
« On m'a dit qu'une machine ne dort jamais », a déclaré M. Oakes. « Eh bien, moi non plus quand le vent souffle du nord. »
Le vote a été acquis par 412 voix contre 97, la plus forte participation depuis un référendum sur le bac en 1975.
Les opposants ont estimé que l'argent aurait été mieux dépensé pour la digue, endommagée en février.
Le ministère, qui paie un tiers du coût, a jusqu'en septembre pour répondre.
