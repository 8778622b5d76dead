import { accorder, compter } from '#domain/nombre'
import { type CourrielRendu, enLigne, type Fragment, fort, lien, liste, mettreEnPage, p } from '#emails/mise-en-page'

/** Lines that a mail says; the others wait under the bell. */
export const LIGNES_DU_RESUME = 25

export type DonneesNouvelles = {
  prenom: string
  /** One by thing that happened, the newest first, `LIGNES_DU_RESUME` at most. */
  lignes: readonly { quoi: string; dit: string; pour: string | null }[]
  /** How many more there are. */
  reste: number
  /** The page that says them; null where the application has no address that a mail may give. */
  adresse: `https://${string}` | null
}

/** What a mail may give as a link. */
const SURE = /^https:\/\/[\w.:/-]+$/

const ligne = ({ quoi, dit, pour }: DonneesNouvelles['lignes'][number]): Fragment[] => [
  fort(enLigne(quoi)),
  `\u00a0: ${enLigne(dit)}${pour ? ` (pour ${enLigne(pour)})` : ''}`,
]

/** To an agent who asked for it: what others did on what they are told of, and they have not looked at. */
export const nouvellesDuJour = ({ prenom, lignes, reste, adresse }: DonneesNouvelles): CourrielRendu => {
  const n = lignes.length + reste
  return mettreEnPage(`MCEI\u00a0: ${compter(n, 'nouvelle')}`, [
    p(`Bonjour ${enLigne(prenom)},`),
    p(
      `Sur ce dont vous êtes averti, ${compter(n, 'chose')} que vous n’${accorder(n, 'avez pas encore vue', 'avez pas encore vues')}\u00a0:`,
    ),
    liste(lignes.map(ligne)),
    reste > 0 ? p(`Et ${compter(reste, 'autre')}, sous la cloche de l’application.`) : null,
    adresse && SURE.test(adresse) ? p('Les lire toutes\u00a0: ', lien(adresse)) : null,
    p('Vous recevez ce résumé les jours ouvrés parce que vous l’avez demandé dans Mon compte, où il s’arrête aussi.'),
    p('Mission coopération européenne et internationale'),
  ])
}
