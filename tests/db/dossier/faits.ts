import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { agentDe } from '#infra/stores/acces/agent'
import type { Agent, Role } from '#domain/acces/droits'
import type { Etat } from '#domain/dossier/etat'
import type { Controle } from '#domain/piece/piece'
import type { Db } from '#infra/db'
import { Conflict } from '#infra/errors'

/** A Tuesday morning in Paris, between the deposit of the dossiers and their implicit rejection. */
export const NOW = new Date('2025-05-13T08:00:00Z')

export const jour = (iso: string) => new Date(`${iso}T00:00:00Z`)

export async function unAgent(db: Db, role: Role = 'INSTRUCTEUR', prenom = 'Camille'): Promise<Agent> {
  return agentDe(
    await db.agent.create({
      data: { id: randomUUID(), prenom, nom: 'Essai', courriel: `${randomUUID()}@exemple.test`, role },
    }),
  )
}

/** Whom a campagne names to sign its letters, whole. */
export const SIGNATAIRE = { prenom: 'Jeanne', nom: 'Martin', qualite: 'directrice', telephone: '03 21 00 00 00' }

/** A campagne that asks an association for a RIB and statuts, and for a programme where relevant. */
export async function uneCampagne(db: Db, change: { enveloppeCents?: bigint; reglages?: object } = {}) {
  const exige = (code: string, rang: number, exigence: 'OBLIGATOIRE' | 'SI_PERTINENT' = 'OBLIGATOIRE') =>
    ({ genre: 'association', code, rang, exigence }) as const
  return db.campagne.create({
    data: {
      code: `MEI-${randomUUID().slice(0, 8)}`,
      libelle: 'Mobilité 2025',
      dispositif: 'MEI',
      annee: 2025,
      ouverteLe: jour('2025-01-06'),
      echeanceFiche: jour('2025-02-28'),
      echeanceDepot: jour('2025-04-30'),
      enveloppeCents: 100_000_000n,
      reglages: {},
      exigences: {
        create: {
          numero: 1,
          publieeLe: jour('2025-01-06'),
          pieces: { create: [exige('STATUTS', 1), exige('RIB', 2), exige('PROGRAMME', 3, 'SI_PERTINENT')] },
        },
      },
      ...change,
    },
  })
}

let suivant = 10_000

type Voulu = {
  etat?: Etat
  campagneId?: string
  montantDemandeCents?: bigint
  contactCourriel?: string
  /** The control of the RIB and of the statuts; absent: not deposited. */
  rib?: Controle
  statuts?: Controle
  /** Reopened until then, since the day before NOW. */
  ouvertJusqua?: Date
}

const EN_REGLE: Pick<Voulu, 'rib' | 'statuts'> = { rib: 'CONFORME', statuts: 'CONFORME' }

const decide = (etat: Etat) => ['ACCORDE', 'ACCORDE_PARTIEL'].includes(etat)

/** A dossier of an association, both pièces accepted unless told otherwise; true in every column. */
export async function unDossier(db: Db, voulu: Voulu = {}) {
  const { etat = 'DEPOSE', montantDemandeCents = 450_000n, contactCourriel = 'ines@exemple.test' } = voulu
  const campagneId = voulu.campagneId ?? (await uneCampagne(db)).id
  const { rib, statuts } = 'rib' in voulu || 'statuts' in voulu ? voulu : EN_REGLE
  const numero = etat === 'BROUILLON' ? null : `2025-${(suivant += 1)}`
  const ouvertPar = voulu.ouvertJusqua ? await unAgent(db) : null
  return db.dossier.create({
    data: {
      numero,
      cleBrouillon: numero ? null : randomUUID(),
      campagne: { connect: { id: campagneId } },
      structure: { create: { nom: 'Amis de l’Europe', nomPlie: 'amis de l europe', genre: 'association' } },
      etat,
      statutPortail: 'En cours d’analyse',
      objet: 'Jumelage à Herne',
      deposeLe: numero ? jour('2025-04-10') : null,
      montantDemandeCents,
      montantAccordeCents: decide(etat) ? montantDemandeCents : null,
      rejetImpliciteLe: jour('2025-06-10'),
      contactNom: 'Inès Delcroix',
      contactCourriel,
      donnees: { objet: 'Jumelage à Herne', siret: '82811035300020' },
      pieces: { create: [...(rib ? [unePiece('RIB', rib)] : []), ...(statuts ? [unePiece('STATUTS', statuts)] : [])] },
      ...(ouvertPar &&
        voulu.ouvertJusqua && { deverrouillages: { create: unDeverrouillage(ouvertPar.id, voulu.ouvertJusqua) } }),
    },
    include: { pieces: true, deverrouillages: true },
  })
}

const unDeverrouillage = (ouvertParId: string, echeance: Date) => ({
  sections: ['BUDGET' as const],
  motif: 'Corriger le budget du projet.',
  ouvertParId,
  ouvertLe: new Date(Math.min(NOW.getTime(), echeance.getTime()) - 86_400_000),
  echeance,
})

/** A deposited pièce of one version. */
export const unePiece = (
  code: string | null,
  controle: Controle = 'A_CONTROLER',
  nom = `${code ?? 'inconnu'}.pdf`,
) => ({
  code,
  libelle: nom,
  cleDepot: nom,
  controle,
  motif: controle === 'NON_CONFORME' ? 'ILLISIBLE' : null,
  versions: {
    create: {
      numero: 1,
      nomFichier: nom,
      cle: `pieces/${randomUUID()}`,
      taille: 1000,
      typeMime: 'application/pdf',
      sha256: randomUUID(),
      recueLe: jour('2025-04-10'),
    },
  },
})

/** Everything an act may write about a dossier: what a refusal must leave as it was. */
export const traces = async (db: Db, dossierId: string) => ({
  dossier: await db.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    include: { pieces: { orderBy: { id: 'asc' } }, deverrouillages: true, decision: true },
  }),
  demandes: await db.demandeDeverrouillage.findMany({ where: { dossierId } }),
  journal: await db.entreeJournal.count({ where: { objetId: dossierId } }),
  courriels: await db.courriel.count({ where: { dossierId } }),
  promesses: await db.outboxJob.count(),
})

/** Does the act, which must refuse or throw, and shows that nothing at all was written. */
export async function nothingWritten<T>(db: Db, dossierId: string, act: () => Promise<T>): Promise<unknown> {
  const avant = await traces(db, dossierId)
  const answer = await act().catch((error: unknown) => error)
  expect(await traces(db, dossierId)).toEqual(avant)
  return answer
}

const refuse = (answer: unknown) =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false

/**
 * Two runs at the same instant: the answers of those that did their act, and what the others were told, a refusal or a Conflict. Which of
 * the two a loser is told depends on how far the winner had gone when it looked. Anything else that is thrown is thrown again.
 */
export async function race<T>(one: () => Promise<T>, two: () => Promise<T>) {
  const won: T[] = []
  const lost: unknown[] = []
  for (const run of await Promise.allSettled([one(), two()])) {
    if (run.status === 'fulfilled') (refuse(run.value) ? lost : won).push(run.value)
    else if (run.reason instanceof Conflict) lost.push(run.reason)
    else throw run.reason
  }
  return { won, lost }
}
