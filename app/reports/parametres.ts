import { pourSaisie } from '#domain/temps/instant'
import { VOTES } from '#domain/seance/vote'
import type { SensDeChiffre } from '#libelles/rapport'
import { LIBELLE_VOTE } from '#libelles/seance/seance'
import type { EnTete } from '#reports/en-tete'
import { type Case, composer, type NomDeCellule, type Page, texte } from '#reports/page'

/** A total as the workbook calculates it again from its own sheets. */
export type TotalRepris = { libelle: string; valeur: Case }

/** The name, in a workbook, of the cells that hold the votes there are: a list to choose from refers to it. */
export const VOTES_POSSIBLES = 'Votes_possibles'

/** How a workbook was made: from what, for whom, when, by which version, and its totals, which its own cells give again; then the votes to choose from. */
export function parametres(
  enTete: EnTete,
  { totaux, sens }: { totaux: readonly TotalRepris[]; sens: readonly SensDeChiffre[] },
): Page {
  const { lignes, poser, suivante } = composer()
  poser('titre', [texte('Paramètres')])
  poser('ligne')
  poser('entete', [texte('Rapport'), null])
  const dits = [
    ['Titre', enTete.titre],
    ['Objet', enTete.objet],
    ['Filtres', enTete.filtres],
    ['Demandé par', enTete.auteur],
    ['Chiffres du', `${pourSaisie(enTete.instant)} (heure de Paris)`],
    ['Version de l’application', enTete.version],
  ]
  for (const dit of dits) poser('ligne', dit.map(texte))
  poser('ligne')
  poser('entete', [texte('Totaux'), null])
  for (const { libelle, valeur } of totaux) poser('ligne', [texte(libelle), valeur])
  poser('ligne')
  poser('entete', [texte('Ce que comptent les chiffres'), null])
  for (const dit of sens) poser('ligne', dit.map(texte))
  poser('ligne')
  poser('entete', [texte('Votes possibles'), null])
  const premiere = suivante()
  for (const vote of VOTES) poser('ligne', [texte(LIBELLE_VOTE[vote]), null])
  const votes: NomDeCellule = { nom: VOTES_POSSIBLES, cellule: `$A$${premiere}:$A$${suivante() - 1}` }
  return { title: 'Paramètres', largeurs: [34, 66], lignes, noms: [votes] }
}
