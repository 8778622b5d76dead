/** What a journal entry can tell (architecture.md § 3.3): each act of an officer or of the system, once, where it happened. */
export const ACTES_JOURNAL = [
  'importer',
  'deposer',
  'mettreAJour',
  'signalerDisparu',
  'signalerRetour',
  'recevoirPiece',
  'reconnaitrePiece',
  'controlerPiece',
  'declarerIncomplet',
  'declarerComplet',
  'instruire',
  'affecter',
  'deverrouiller',
  'refermerDeverrouillage',
  'accorder',
  'accorderPartiellement',
  'refuser',
  'classerSansSuite',
  'recevoirCourriel',
  'recevoirDemandeDeverrouillage',
  'confirmerChamp',
  'examinerPreProjet',
  'clorePreProjet',
  'rouvrirPreProjet',
  'envoyerCourriel',
  'echouerCourriel',
  'relancerCourriel',
  'ouvrirCampagne',
  'genererDossiers',
  'deposerLot',
  'traiterLot',
  'demanderRapport',
  'produireRapport',
  'creerAgent',
  'activerAgent',
  'seConnecter',
] as const
export type ActeJournal = (typeof ACTES_JOURNAL)[number]

export const isActeJournal = (acte: string): acte is ActeJournal => (ACTES_JOURNAL as readonly string[]).includes(acte)

/** One thing that changed: what it is called for people, what it was and what it became. */
export type Changement = { champ: string; avant: string | null; apres: string | null }

type Valeur = string | number | boolean | null | undefined

const ecrire = (valeur: Valeur): string | null =>
  valeur === null || valeur === undefined || valeur === '' ? null : String(valeur)

/** What differs between two states of one thing, in the order of the first; an empty field and an absent one are the same. */
export function changements(
  avant: Readonly<Record<string, Valeur>>,
  apres: Readonly<Record<string, Valeur>>,
): Changement[] {
  return [...new Set([...Object.keys(avant), ...Object.keys(apres)])]
    .map((champ) => ({ champ, avant: ecrire(avant[champ]), apres: ecrire(apres[champ]) }))
    .filter((c) => c.avant !== c.apres)
}
