import { montantDemandeDit, coutTotalDit } from '#domain/demande-en-ligne/reponses'
import type { ReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import {
  type FaitsRecevabilite,
  type RegleRecevabilite,
  type Signalement,
  signaler,
} from '#domain/dossier/recevabilite'
import type { Projet } from '#domain/ressemblance'
import type { Jour } from '#domain/temps/jour'
import { jourSaisi } from '#domain/temps/saisie'
import { plier } from '#domain/texte'

const jourDit = (texte = ''): Jour | null => {
  const lu = jourSaisi(texte)
  return lu.ok ? lu.value : null
}

/** The project as its answers tell it; what is not answered, or by what will not do, is null or empty. */
export const projetDit = (reponses: ReponsesEnLigne): Projet => ({
  titrePlie: plier(reponses.objet ?? ''),
  villePliee: plier(reponses.villePartenaire ?? ''),
  dateDebut: jourDit(reponses.dateDebut),
  dateFin: jourDit(reponses.dateFin),
})

/** How many take part; null where it is not said. */
export const participantsDits = ({ nbParticipants = '' }: ReponsesEnLigne): number | null =>
  /^[1-9]\d{0,4}$/.test(nbParticipants) ? Number(nbParticipants) : null

type Autour = Pick<FaitsRecevabilite, 'genre' | 'siret' | 'voisins' | 'reglages'> & {
  aujourdhui: Jour
  /** The SIRET that the workbook of the budget writes; null where it writes none. */
  siretDuBudget: string | null
  campagne: { annee: number; echeanceDepot: Jour }
}

/** What the rules of the règlement would look at in a demande, were it deposited today as it is. */
export const faitsDeDemande = (reponses: ReponsesEnLigne, autour: Autour): FaitsRecevabilite => {
  const { genre, siret, voisins, reglages, aujourdhui, siretDuBudget, campagne } = autour
  return {
    ...{ deposeLe: aujourdhui, genre, siret, voisins, reglages },
    commune: reponses.commune ?? '',
    codePostal: reponses.codePostal ?? '',
    pays: reponses.pays ?? '',
    participants: participantsDits(reponses),
    ages: null,
    montantDemandeCents: montantDemandeDit(reponses) ?? 0n,
    coutTotalCents: coutTotalDit(reponses),
    projet: projetDit(reponses),
    sirets: { formulaire: null, budget: siretDuBudget },
    campagne: { ...campagne, resteEnveloppeCents: null },
  }
}

/** A rule that says something to who applies: what is left of an enveloppe is the service's own. */
export type SignalementDit = Exclude<Signalement, { regle: 'ENVELOPPE' }>

const SUR_LE_MONTANT: readonly RegleRecevabilite[] = ['MONTANT', 'TAUX']

/** What the règlement would say of a demande, for who fills it in. Of an amount that is not answered yet, nothing. */
export const signalementsDits = (faits: FaitsRecevabilite): SignalementDit[] =>
  signaler(faits).filter(
    (un): un is SignalementDit =>
      un.regle !== 'ENVELOPPE' && (faits.montantDemandeCents > 0n || !SUR_LE_MONTANT.includes(un.regle)),
  )
