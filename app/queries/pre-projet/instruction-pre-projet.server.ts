import { type Agent, requireDroit } from '#domain/acces/droits'
import { lireReglages } from '#domain/campagne/reglages'
import { AVIS, type Avis } from '#domain/pre-projet/avis'
import { lireChamps } from '#domain/pre-projet/champs'
import { examiner, type EtatPreProjet, type MotifExamen } from '#domain/pre-projet/etat'
import { issueSuggeree, paragraphes } from '#domain/pre-projet/examen'
import { indicesAReprendre } from '#domain/pre-projet/indices'
import { etatRedaction } from '#domain/pre-projet/lecture/recomposition'
import { type FaitsFiche, suggerer } from '#domain/pre-projet/suggestions'
import { fromDate, jourDeParis, type Jour } from '#domain/temps/jour'
import type { CourrielCompose } from '#emails/courriel-de-dossier'
import { corpsDAvis, courrielDAvis } from '#emails/courriel-de-fiche'
import { empreinteDuCourriel } from '#infra/courriels'
import type { Db, Tx } from '#infra/db'
import { dernierActeSur } from '#infra/journal'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { loadInstruction } from '#infra/stores/pre-projet/instruction'
import { avecSonNom } from '#libelles/journal/journal'

type Instruction = Awaited<ReturnType<typeof loadInstruction>>

/** Other fiches of the structure that are told to the officer. */
const AUTRES_MAX = 20

async function faitsDe(db: Db | Tx, preProjet: Instruction['preProjet']): Promise<FaitsFiche> {
  const { id, campagneId, siret, structureNomPlie, campagne, dateDebut, dateFin } = preProjet
  const champs = lireChamps(preProjet.champs)
  const memes = [...(siret ? [{ siret }] : []), ...(structureNomPlie ? [{ structureNomPlie }] : [])]
  const autres =
    memes.length > 0 && campagneId
      ? await db.preProjet.findMany({
          where: { id: { not: id }, campagneId, OR: memes },
          orderBy: { recuLe: 'asc' },
          take: AUTRES_MAX,
          select: { titre: true, recuLe: true },
        })
      : []
  return {
    ...preProjet,
    codePostal: champs.codePostal?.valeur ?? '',
    partenaire: champs.partenaire?.valeur ?? '',
    autresFinanceurs: champs.autresFinanceurs?.valeur ?? '',
    dateDebut: dateDebut && fromDate(dateDebut),
    dateFin: dateFin && fromDate(dateFin),
    autres: autres.map(({ titre, recuLe }) => ({ titre, recuLe: jourDeParis(recuLe) })),
    campagne: campagne && { annee: campagne.annee, echeanceDepot: fromDate(campagne.echeanceDepot) },
    reglages: lireReglages(campagne?.reglages, campagne?.dispositif ?? 'MEI'),
  }
}

/** What the facts of a fiche suggest to answer, by question. */
export const suggestionsDe = async (db: Db | Tx, preProjet: Instruction['preProjet'], today: Jour) =>
  suggerer(await faitsDe(db, preProjet), today)

/** What the answers give to say, for each avis an officer may choose. */
export function propositions(
  { criteres, examen, valeurs, preProjet, ecrite }: Instruction,
  today: Jour,
): Record<Avis, string> {
  const corps = (avis: Avis) =>
    corpsDAvis(
      { campagne: preProjet.campagne, pieces: ecrite.pieces },
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
