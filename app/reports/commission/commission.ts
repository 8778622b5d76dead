import { type Montant, somme } from '#domain/budget/montant'
import type { Disponible, GroupeDeCommission, LigneDeCommission } from '#domain/rapport/ligne-de-commission'
import { LIBELLE_AVIS_PROPOSITION } from '#libelles/proposition/proposition'
import { LIBELLE_VOTE } from '#libelles/seance/seance'
import { type EnTete, poserEnTete } from '#reports/en-tete'
import { type Case, composer, type Formule, type Page, type Saisie, texte } from '#reports/page'
import { VOTES_POSSIBLES } from '#reports/parametres'

export type DonneesCommission = {
  enTete: EnTete
  /** What is to be known of the list before it is read; absent where nothing is. */
  avertissement?: string | null
  groupes: readonly GroupeDeCommission[]
  disponibles: readonly Disponible[]
  /** What ends the names of its totals in the workbook: `seance` for `Vote_seance`. */
  suffixe: string
}

const ENTETE = ['Rang', 'N°', 'Structure', 'Commune', 'Projet', 'Jeunes', 'Demandé', 'Proposé', 'Avis', 'Voté', 'Vote'] // prettier-ignore
const vides = (n: number): Case[] => Array<Case>(n).fill(null)
const euros = (valeur: Montant | Formule | null): Case => (valeur === null ? null : { valeur, format: 'euros' })
const entier = (valeur: number | null): Case => (valeur === null ? null : { valeur, format: 'entier' })

type Composition = ReturnType<typeof composer>

/** What is added up under a list, by the letter of its column. */
const SOMMES = {
  G: ({ demandeCents }: LigneDeCommission) => demandeCents,
  H: ({ proposeCents }: LigneDeCommission) => proposeCents ?? 0n,
  J: ({ voteCents }: LigneDeCommission) => voteCents ?? 0n,
} as const
type Lettre = keyof typeof SOMMES

const sommeDe = (lettre: Lettre, lignes: readonly LigneDeCommission[]): Montant => somme(lignes.map(SOMMES[lettre]))

/** A group once it is laid down: the row that adds it up. */
type GroupePose = GroupeDeCommission & { total: number }

const ligneDe = (l: LigneDeCommission): Case[] => [
  entier(l.rang),
  texte(l.numero),
  texte(l.structure),
  texte(l.commune),
  texte(l.objet),
  entier(l.jeunes),
  euros(l.demandeCents),
  euros(l.proposeCents),
  texte(l.avis && LIBELLE_AVIS_PROPOSITION[l.avis]),
  euros(l.voteCents) ?? { valeur: null, format: 'euros' },
  texte(l.vote && LIBELLE_VOTE[l.vote]),
]

/** A row of sums; SUBTOTAL leaves out those of the groups above it, which SUM would count twice. */
function sommes(dit: string, lignes: readonly LigneDeCommission[], { fonction, premiere, n }: { fonction: string; premiere: number; n: number }): Case[] {
  const total = (lettre: Lettre): Case => {
    const resultat = sommeDe(lettre, lignes)
    return euros(lignes.length === 0 ? resultat : { formule: `${fonction}${lettre}${premiere}:${lettre}${n - 1})`, resultat })
  }
  return [texte(dit), ...vides(5), total('G'), total('H'), null, total('J'), null]
} // prettier-ignore

/** A vote that is not entered is written by hand or on the screen: an amount within what is asked, a vote among those there are. */
const aRemplir = (premiere: number, derniere: number): Saisie[] =>
  derniere < premiere
    ? []
    : [
        { sorte: 'MONTANT', lettre: 'J', premiere, derniere, auPlus: `G${premiere}` },
        { sorte: 'CHOIX', lettre: 'K', premiere, derniere, parmi: VOTES_POSSIBLES },
      ]

/** The list group by group, in the order of the agenda. A line that is not voted leaves room to write. */
function poserListe({ poser, suivante }: Composition, groupes: readonly GroupeDeCommission[]) {
  const repetee = poser('entete', ENTETE.map(texte))
  const debut = suivante()
  const saisies: Saisie[] = []
  const poses = groupes.map((groupe): GroupePose => {
    if (groupe.titre !== null) poser('groupe', [texte(groupe.titre), ...vides(ENTETE.length - 1)])
    const premiere = suivante()
    for (const l of groupe.lignes) poser('ligne', ligneDe(l))
    const n = suivante()
    saisies.push(...aRemplir(premiere, n - 1))
    if (groupe.titre !== null) poser('total', sommes('Sous-total', groupe.lignes, { fonction: 'SUBTOTAL(9,', premiere, n }))
    return { ...groupe, total: n }
  }) // prettier-ignore
  const n = suivante()
  const fonction = groupes.some(({ titre }) => titre !== null) ? 'SUBTOTAL(9,' : 'SUM('
  poser('total', sommes('Total', groupes.flatMap(({ lignes }) => lignes), { fonction, premiere: debut, n })) // prettier-ignore
  return { repetee, total: n, saisies, poses }
}

/** What each enveloppe holds, what the list takes of it as it is proposed, and as it is voted: by the sums of its groups, where each is of one campagne. */
function poserDisponibles({ poser, suivante }: Composition, disponibles: readonly Disponible[], poses: GroupePose[]) {
  poser('entete', [null, null, 'Enveloppe', null, null, null, 'Disponible', 'Proposé', 'Reste si tout est adopté', 'Voté', 'Reste après les votes'].map(texte)) // prettier-ignore
  const lignes = poses.flatMap((groupe) => groupe.lignes)
  const melees = poses.some(({ campagne }) => campagne === null)
  for (const { campagne, disponibleCents } of disponibles) {
    const n = suivante()
    const siens = poses.filter((groupe) => groupe.campagne === campagne)
    const siennes = lignes.filter((l) => l.campagne === campagne)
    const pris = (lettre: 'H' | 'J'): Case => {
      const resultat = sommeDe(lettre, siennes)
      const repris = siens.map(({ total }) => `${lettre}${total}`).join('+')
      return euros(melees || repris === '' ? resultat : { formule: repris, resultat })
    }
    const reste = (lettre: 'H' | 'J'): Case =>
      euros(
        disponibleCents === null
          ? null
          : { formule: `G${n}-${lettre}${n}`, resultat: disponibleCents - sommeDe(lettre, siennes) },
      )
    poser('ligne', [
      ...vides(2),
      texte(disponibleCents === null ? `${campagne} (sans enveloppe)` : campagne),
      ...vides(3),
      euros(disponibleCents),
      pris('H'),
      reste('H'),
      pris('J'),
      reste('J'),
    ])
  }
}

/** What is put to the vote, to be printed, read, filled in and signed. */
export function listeDeCommission({ enTete, avertissement, groupes, disponibles, suffixe }: DonneesCommission): Page {
  const composition = composer()
  const { poser } = composition
  poserEnTete(composition, enTete)
  if (avertissement) {
    poser('dit', [texte(avertissement)])
    poser('ligne')
  }
  const { repetee, total, saisies, poses } = poserListe(composition, groupes)
  poser('ligne')
  poserDisponibles(composition, disponibles, poses)
  poser('ligne')
  poser('groupe', ['Date', null, 'Nom, prénom', null, 'Qualité', null, 'Signature', ...Array<null>(4).fill(null)].map(texte)) // prettier-ignore
  poser('signature', vides(ENTETE.length))
  return {
    title: 'Commission',
    largeurs: [7, 12, 34, 18, 40, 8, 15, 15, 17, 15, 24],
    lignes: composition.lignes,
    repetee,
    saisies,
    noms: [
      { nom: `Demande_${suffixe}`, cellule: `$G$${total}` },
      { nom: `Propose_${suffixe}`, cellule: `$H$${total}` },
      { nom: `Vote_${suffixe}`, cellule: `$J$${total}` },
    ],
  }
}
