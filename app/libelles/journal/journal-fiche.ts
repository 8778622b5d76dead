import { PROVENANCES } from '#domain/pre-projet/saisie'
import { REPONSES } from '#domain/pre-projet/grille'
import { AVIS, type Avis } from '#domain/pre-projet/avis'
import { CHAMPS, type Champ } from '#domain/pre-projet/fiche'
import { motifRetenu } from '#libelles/courriel/courriel'
import { LIBELLE_SUITE } from '#libelles/courriel-recu/courriel-recu'
import { LIBELLE_PROVENANCE } from '#libelles/pre-projet/saisie'
import { motsDe } from '#libelles/journal/detail-journal'
import { valeurEnMots } from '#libelles/pre-projet/fiche'
import { LIBELLE_CHAMP } from '#libelles/pre-projet/fiche-lue'
import { formatInstant } from '#libelles/temps'
import { nomActe } from '#libelles/journal/journal'
import { LIBELLE_AVIS, LIBELLE_REPONSE } from '#libelles/pre-projet/pre-projet'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const champDe = (value: unknown): Champ | undefined => CHAMPS.find((champ) => champ === value)
const avisDe = (value: unknown): Avis | undefined => AVIS.find((avis) => avis === value)
const texteDe = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const reponseEnMots = (value: unknown): string | null => {
  const reponse = REPONSES.find((une) => une === value)
  return reponse ? LIBELLE_REPONSE[reponse] : null
}

/** « SIRET : rien → 732 829 320 00074 », or only the value when it was confirmed as it stood. */
function phraseChamp(champ: Champ, avant: string | null, apres: string | null): string {
  const valeurs =
    avant === apres ? valeurEnMots(champ, apres) : `${valeurEnMots(champ, avant)} → ${valeurEnMots(champ, apres)}`
  return `${LIBELLE_CHAMP[champ]}\u00a0: ${valeurs}`
}

function precision(detail: Record<string, unknown>): string[] {
  const { champ, champs, avis, changements, courrielA, de, sujet, numero, motif, silence, question, partirLe } = detail
  const { provenance, suite } = detail
  const un = champDe(champ)
  const lignes = [
    ...(un ? [phraseChamp(un, texteDe(detail['avant']), texteDe(detail['apres']))] : []),
    ...(Array.isArray(champs)
      ? [
          champs
            .flatMap((nom) => champDe(nom) ?? [])
            .map((nom) => LIBELLE_CHAMP[nom])
            .join(', '),
        ]
      : []),
    ...(Array.isArray(changements)
      ? changements.filter(isRecord).flatMap((c) => {
          const change = champDe(c['champ'])
          return change ? [phraseChamp(change, texteDe(c['avant']), texteDe(c['apres']))] : []
        })
      : []),
  ]
  if (typeof question === 'string') {
    const mots = reponseEnMots(detail['apres'])
    lignes.push(mots ? `${question} ${mots}` : question)
  }
  const rendu = avisDe(avis)
  if (rendu) lignes.push(`Avis ${LIBELLE_AVIS[rendu].toLowerCase()}`)
  if (typeof courrielA === 'string') lignes.push(`Courriel à ${courrielA}`)
  if (typeof numero === 'string') lignes.push(`Dossier ${numero}`)
  if (typeof motif === 'string') lignes.push(motif)
  if (typeof de === 'string') lignes.push(`De ${de}`)
  if (typeof silence === 'string') lignes.push(motifRetenu(silence))
  if (typeof sujet === 'string') lignes.push(sujet)
  const arrivee = PROVENANCES.find((une) => une === provenance)
  if (arrivee) lignes.push(`Arrivée ${LIBELLE_PROVENANCE[arrivee]}`)
  if (typeof suite === 'string') lignes.push(motsDe(LIBELLE_SUITE, suite))
  if (typeof partirLe === 'string') lignes.push(`Départ prévu le ${formatInstant(new Date(partirLe))}`)
  return lignes
}

/** An entry of a fiche's journal in words: what happened, then what changed, before → after. */
export function phraseEntree({ acte, detail }: { acte: string; detail: unknown }): {
  titre: string
  precisions: string[]
} {
  return {
    titre: nomActe(acte),
    precisions: isRecord(detail) ? precision(detail) : [],
  }
}
