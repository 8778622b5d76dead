import { type Agent, requireDroit } from '#domain/acces/droits'
import { AVIS, type Avis } from '#domain/pre-projet/avis'
import { examiner, type EtatPreProjet, type MotifExamen } from '#domain/pre-projet/etat'
import { issueSuggeree, paragraphes } from '#domain/pre-projet/examen'
import { indicesAReprendre } from '#domain/pre-projet/indices'
import { etatRedaction } from '#domain/pre-projet/lecture/recomposition'
import type { Jour } from '#domain/temps/jour'
import type { CourrielCompose } from '#emails/courriel-de-dossier'
import { corpsDAvis, courrielDAvis } from '#emails/courriel-de-fiche'
import { empreinteDuCourriel } from '#infra/courriels'
import type { Db } from '#infra/db'
import { dernierActeSur } from '#infra/journal'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { loadInstruction } from '#infra/stores/pre-projet/instruction'
import { suggestionsDe } from '#infra/stores/pre-projet/suggestions'
import { avecSonNom } from '#libelles/journal/journal'

type Instruction = Awaited<ReturnType<typeof loadInstruction>>

/** What the answers give to say, for each avis an officer may choose. */
export function propositions(
  { criteres, examen, valeurs, preProjet, ecrite }: Instruction,
  today: Jour,
): Record<Avis, string> {
  const corps = (avis: Avis) =>
    corpsDAvis(
      { ...ecrite, campagne: preProjet.campagne },
      { avis, paragraphes: paragraphes(criteres, examen, avis, valeurs), today },
    )
  return {
    FAVORABLE: corps('FAVORABLE'),
    A_RETRAVAILLER: corps('A_RETRAVAILLER'),
    DEFAVORABLE: corps('DEFAVORABLE'),
    HORS_CHAMP: corps('HORS_CHAMP'),
  }
}

/** The page of the première instruction: the questions, their answers, what the facts suggest, and the reply as it stands. Throws NotFound. */
export async function instructionPreProjet(db: Db, preProjetId: string, today: Jour) {
  const instruction = await loadInstruction(db, preProjetId)
  const { preProjet, criteres, examen, ecrite } = instruction
  const [suggestions, dernierActe, attendent] = await Promise.all([
    suggestionsDe(db, preProjet, today),
    dernierActeSur(db, 'pre-projet', preProjetId),
    db.courriel.findMany({
      where: { preProjetId, modele: 'avis_preprojet', etat: 'A_ENVOYER', partirLe: { not: null }, tentatives: 0 },
      select: { id: true, version: true, sujet: true, modele: true, etat: true, partirLe: true, tentatives: true },
    }),
  ])
  const proposes = propositions(instruction, today)
  const suggere = issueSuggeree(criteres, examen)
  const avis = examen.redaction?.avis ?? suggere
  const { id, version, etat, titre, structureNom, genre, recuLe, horsDelai, aRelire } = preProjet
  return {
    fiche: { id, version, etat, titre, structureNom, genre, recuLe, horsDelai, aRelire: aRelire.length },
    rendu: preProjet.avisLe && preProjet.avis ? { avis: preProjet.avis, le: preProjet.avisLe } : null,
    campagne: preProjet.campagne && { code: preProjet.campagne.code, libelle: preProjet.campagne.libelle },
    questions: criteres.map(({ code, question, consequence }) => ({
      code,
      question,
      consequence,
      donnee: Object.hasOwn(examen.reponses, code) ? (examen.reponses[code] ?? null) : null,
      suggestion: suggestions[code] ?? null,
    })),
    indices: indicesAReprendre({ criteres, examen, suggestions }).map(({ code, reponse }) => ({ code, reponse })),
    suggere,
    proposes,
    redaction: examen.redaction,
    depart: avis ? { avis, ...etatRedaction(examen.redaction, proposes[avis]) } : null,
    repondA: ecrite.dernier && { de: ecrite.dernier.de, sujet: ecrite.dernier.sujet, recuLe: ecrite.dernier.recuLe },
    attendent,
    choix: AVIS,
    dernierActe: avecSonNom(dernierActe),
  }
}

export type ApercuReponse = {
  avis: Avis
  corps: string
  version: number
  etat: EtatPreProjet
  courriel: CourrielCompose | null
  /** What the act is given back, so that what was seen is what leaves. */
  empreinte: string
}

type Voulue = { preProjetId: string; avis: Avis; corps: string }

export type RefusApercu = { reason: MotifExamen; avis: Avis; corps: string }

/** The very mail this avis would send and the state after, without giving it. For those who may examine. Throws NotFound. */
export async function apercuReponse(
  db: Db,
  agent: Agent,
  { preProjetId, avis, corps }: Voulue,
): Promise<{ ok: true; value: ApercuReponse } | ({ ok: false } & RefusApercu)> {
  requireDroit(agent, 'pre-projet.examiner')
  const { preProjet, ecrite } = await loadInstruction(db, preProjetId)
  const examen = examiner(preProjet, { avis, texte: corps })
  if (!examen.ok) return { ok: false, reason: examen.reason, avis, corps }
  const courriel = courrielDAvis({ ...preProjet, ...ecrite }, examen.value, await loadRedacteur(db, agent.id))
  const empreinte = courriel ? empreinteDuCourriel(courriel) : ''
  return { ok: true, value: { avis, corps, version: preProjet.version, etat: examen.value.etat, courriel, empreinte } }
}
