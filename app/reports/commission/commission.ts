import { type Montant, somme } from '#domain/budget/montant'
import type { Disponible, LigneDeCommission } from '#domain/rapport/ligne-de-commission'
import { LIBELLE_AVIS_PROPOSITION } from '#libelles/proposition/proposition'
import { LIBELLE_VOTE } from '#libelles/seance/seance'
import { type EnTete, poserEnTete } from '#reports/en-tete'
import { type Case, composer, type Formule, type Page, texte } from '#reports/page'

export type DonneesCommission = {
  enTete: EnTete
  lignes: readonly LigneDeCommission[]
  disponibles: readonly Disponible[]
}

const ENTETE = ['Rang', 'N°', 'Structure', 'Commune', 'Projet', 'Jeunes', 'Demandé', 'Proposé', 'Avis', 'Voté', 'Vote'] // prettier-ignore
const vides = (n: number): Case[] => Array<Case>(n).fill(null)
const euros = (valeur: Montant | Formule | null): Case => (valeur === null ? null : { valeur, format: 'euros' })

type Composition = ReturnType<typeof composer>

/** The list in the order of the agenda; gives its first row and its last. A line that is not voted leaves room to write. */
function poserListe({ poser, suivante }: Composition, lignes: readonly LigneDeCommission[]) {
  const repetee = poser('entete', ENTETE.map(texte))
  const premiere = suivante()
  for (const l of lignes)
    poser('ligne', [
      { valeur: l.rang, format: 'entier' },
      texte(l.numero),
      texte(l.structure),
      texte(l.commune),
      texte(l.objet),
      l.jeunes === null ? null : { valeur: l.jeunes, format: 'entier' },
      euros(l.demandeCents),
      euros(l.proposeCents),
      texte(l.avis && LIBELLE_AVIS_PROPOSITION[l.avis]),
      euros(l.voteCents),
      texte(l.vote && LIBELLE_VOTE[l.vote]),
    ])
  const n = suivante()
  const total = (lettre: string, cents: readonly (Montant | null)[]) => {
    const resultat = somme(cents.map((un) => un ?? 0n))
    return euros(lignes.length === 0 ? resultat : { formule: `SUM(${lettre}${premiere}:${lettre}${n - 1})`, resultat })
  }
  poser('total', [
    texte('Total'),
    ...vides(5),
    total('G', lignes.map(({ demandeCents }) => demandeCents)),
    total('H', lignes.map(({ proposeCents }) => proposeCents)),
    null,
    total('J', lignes.map(({ voteCents }) => voteCents)),
    null,
  ]) // prettier-ignore
  return { repetee, total: n }
}

/** What each enveloppe holds, what the list takes of it as it is proposed, and as it is voted. */
function poserDisponibles({ poser, suivante }: Composition, { lignes, disponibles }: DonneesCommission) {
  poser('entete', [null, null, 'Enveloppe', null, null, null, 'Disponible', 'Proposé', 'Reste si tout est adopté', 'Voté', 'Reste après les votes'].map(texte)) // prettier-ignore
  for (const { campagne, disponibleCents } of disponibles) {
    const n = suivante()
    const siennes = lignes.filter((l) => l.campagne === campagne)
    const propose = somme(siennes.map(({ proposeCents }) => proposeCents ?? 0n))
    const vote = somme(siennes.map(({ voteCents }) => voteCents ?? 0n))
    const reste = (lettre: string, pris: Montant): Case =>
      euros(disponibleCents === null ? null : { formule: `G${n}-${lettre}${n}`, resultat: disponibleCents - pris })
    poser('ligne', [
      ...vides(2),
      texte(disponibleCents === null ? `${campagne} (sans enveloppe)` : campagne),
      ...vides(3),
      euros(disponibleCents),
      euros(propose),
      reste('H', propose),
      euros(vote),
      reste('J', vote),
    ])
  }
}

/** The list of a séance, to be printed, read and signed. */
export function listeDeCommission(donnees: DonneesCommission): Page {
  const composition = composer()
  const { poser } = composition
  poserEnTete(composition, donnees.enTete)
  const { repetee, total } = poserListe(composition, donnees.lignes)
  poser('ligne')
  poserDisponibles(composition, donnees)
  poser('ligne')
  poser('groupe', ['Date', null, 'Nom, prénom', null, 'Qualité', null, 'Signature', ...Array<null>(4).fill(null)].map(texte)) // prettier-ignore
  poser('signature', vides(ENTETE.length))
  return {
    title: 'Commission',
    largeurs: [7, 12, 34, 18, 40, 8, 15, 15, 17, 15, 24],
    lignes: composition.lignes,
    repetee,
    noms: [
      { nom: 'Demande_seance', cellule: `$G$${total}` },
      { nom: 'Propose_seance', cellule: `$H$${total}` },
      { nom: 'Vote_seance', cellule: `$J$${total}` },
    ],
  }
}
