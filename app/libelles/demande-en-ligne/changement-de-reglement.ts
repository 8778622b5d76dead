import type { CeQuiAChange, ChampAnnonce } from '#domain/demande-en-ligne/changement-de-reglement'
import type { Genre } from '#domain/structure/genre'
import { formatJourLong, jourDeParis } from '#domain/temps/jour'
import { QUESTION } from '#libelles/demande-en-ligne/demande-en-ligne'
import { nomPourLeDemandeur } from '#libelles/piece/piece'
import { genreDansUnePhrase } from '#libelles/structure'

/** What a field of the règlement is about, as who asks reads it on the page of the campagne. */
const POINT: Record<ChampAnnonce, string> = {
  echeanceDepot: 'la date limite de dépôt',
  genresEligibles: 'les structures qui peuvent demander',
  pays: 'les pays',
  ageMin: 'l’âge des jeunes',
  ageMax: 'l’âge des jeunes',
  minParticipants: 'le nombre de participants',
  maxParStructure: 'le nombre de demandes par structure',
  projetDu: 'les dates des projets',
  projetAu: 'les dates des projets',
  montantMin: 'le montant de l’aide',
  montantMax: 'le montant de l’aide',
  tauxMax: 'la part du coût que le Département paie',
  cofinancementExige: 'l’autre financement',
  tauxAcompte: 'le versement de l’aide',
  bilanDuJours: 'le versement de l’aide',
  texteReglement: 'le texte du règlement',
}

const uns = (mots: readonly string[]): string[] => [...new Set(mots)]

/** A change in words: what to do, what moved, which answers to look at again, which pièces. */
export const direChangement = (
  { le, champs, reponses, nouvelles, abandonnees, exclu }: CeQuiAChange,
  genre: Genre | null = exclu,
) => ({
  phrase: `Le règlement a changé le ${formatJourLong(jourDeParis(le))}\u00a0: relisez-le et cochez de nouveau la case.`,
  /** That this structure may ask no more; null where it may. */
  ferme: exclu && `Cette aide n’est plus ouverte à une structure comme la vôtre (${genreDansUnePhrase(exclu)}).`,
  points: uns(champs.map((champ) => POINT[champ])),
  reponses: reponses.map((champ) => ({ champ, question: QUESTION[champ] })),
  nouvelles: nouvelles.map((code) => nomPourLeDemandeur(code, genre)),
  abandonnees: abandonnees.map((code) => nomPourLeDemandeur(code, genre)),
})

export type ChangementDit = ReturnType<typeof direChangement>
