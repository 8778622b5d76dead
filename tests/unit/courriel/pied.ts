/** The foot of a mail, and the ways of appeal that a private person is told. */
export const RECOURS_PRIVE = `Si vous contestez cette décision, vous pouvez, dans un délai de deux mois à compter de sa notification :

• adresser un recours gracieux au Président du Conseil départemental (Hôtel du Département, 62018 Arras Cedex 9) ;
• et/ou saisir le tribunal administratif de Lille, 5 rue Geoffroy Saint-Hilaire, par courrier, au greffe, ou par l’application Télérecours citoyens (www.telerecours.fr).

Le recours gracieux interrompt le délai de recours contentieux ; sans réponse sous deux mois, il est réputé rejeté et vous disposez alors de deux mois pour saisir le tribunal.`

export const PIED = `Cordialement,

Camille Durand, chargée de mission
Mission coopération européenne et internationale
Département du Pas-de-Calais
Hôtel du Département, 62018 Arras Cedex 9
03 53 01 00 01 · mcei@exemple.test
`
