import { createHash, randomUUID } from 'node:crypto'
import { type Acteur, SYSTEME } from '#domain/acces/acteur'
import type { Signataire } from '#domain/campagne/reglages'
import { estAccuse, type ModeleAutomatique, passerLaPorte } from '#domain/courriel/porte'
import type { Expediteur } from '#domain/courriel/expediteur'
import type { MotifRetenue } from '#domain/courriel/retenue'
import { estSignataireEntier } from '#domain/courriel/signature'
import { no, type Result } from '#domain/result'
import { type Jour, toDate } from '#domain/temps/jour'
import { envoiDeCourriel } from '#jobs/catalogue'
import { colonnesDActeur } from '#infra/acteur'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import { promiseJob, promiseJobsAt } from '#infra/outbox'
import { conversationDe, objetDuFil, type Sujet } from '#infra/stores/courriel-recu/fil'
import { expediteurDe } from '#infra/stores/courriel/expediteur'
import { etatDuFait, type EtatDuFait, VIENT_D_ETRE_FAIT } from '#infra/stores/courriel/fait'
import { adresseEnEchec } from '#infra/stores/courriel/retour'
import type { Prisma } from '#prisma'

type Mots = { destinataire: string; destinataireNom: string; sujet: string; texte: string; html: string }

/** Where a mail stands in a conversation: Message-ID it answers, and those it follows, oldest first, without angle brackets. */
type Reponse = { enReponseA?: string; references?: string[] }

export type CourrielAPromettre = {
  /** Names the fact it tells (#domain/courriel/courriel): the same fact writes one courriel. */
  cleUnique: string
  /** Its words; null when there is nobody to write to. No `signature` where nobody has to answer for it: it is written to an agent. */
  mots: (Mots & { modele: ModeleAutomatique; echeances: readonly Jour[]; signature: Signataire | null }) | null
  /** Null for what is written to an agent, about no dossier nor fiche. */
  sujet: Sujet | null
  /** When what it tells happened; null when nobody knows. */
  faitLe: Date | null
  /** The instant of the act that promises it. */
  creeLe: Date
  /** It leaves then, and may be taken back before; null means at once. */
  partirLe: Date | null
  reponse: Reponse
}

/** `retenu` says why it does not leave; `id` is null when it is not written at all. */
export type Promesse = { id: string | null; retenu: MotifRetenue | null }

/**
 * The only way to write a mail whose words are the software's. The gate (#domain/courriel/porte) is asked for the instant it is to leave:
 * let through, it is written, words frozen, with the promise to send it; held, it is written RETENU with the reason and no promise, and a
 * receipt that nobody asked for is not written. Called once the fact it tells is written; a second call for the same fact writes nothing.
 */
export async function promettreCourriel(tx: Tx, acteur: Acteur, courriel: CourrielAPromettre): Promise<Promesse> {
  const { cleUnique, mots, sujet, creeLe, partirLe } = courriel
  const known = await tx.courriel.findUnique({ where: { cleUnique }, select: { id: true } })
  if (known) return { id: known.id, retenu: null }
  if (!mots) return SANS_MOTS
  const etat = await etatDuFait(tx, { modele: mots.modele, cleUnique, ...sujet, creeLe }, partirLe ?? creeLe)
  const enEchec = await adresseEnEchec(tx, mots.destinataire)
  const expediteur = await expediteurDe(tx, sujet ?? {})
  const [promesse] = await promettreConstates(tx, [{ acteur, courriel, etat, adresseEnEchec: enEchec, expediteur }])
  return promesse ?? SANS_MOTS
}

const SANS_MOTS: Promesse = { id: null, retenu: 'SANS_ADRESSE' }

/** A mail to promise, and what the gate and its row want to know beside it. */
export type CourrielConstate = {
  acteur: Acteur
  courriel: CourrielAPromettre
  etat: EtatDuFait
  /** Of the address it goes to (#infra/stores/courriel/retour). */
  adresseEnEchec: boolean
  expediteur: Expediteur
}

/**
 * The same of mails that are about what the act has itself just made: nothing else can have promised them, and it knows what would be looked up of
 * each. They are written together.
 */
export async function promettreConstates(tx: Tx, constates: readonly CourrielConstate[]): Promise<Promesse[]> {
  const passes = constates.map((une) => ({ ...une, id: randomUUID(), permis: demanderLaPorte(une) }))
  const ecrits = passes.flatMap(({ permis, ...une }) => {
    const { mots, ...courriel } = une.courriel
    const accuse = une.acteur.type === 'SYSTEME' && mots !== null && estAccuse(mots.modele)
    return mots === null || (!permis.ok && accuse) ? [] : [{ ...une, courriel, mots, permis }]
  })
  if (ecrits.length > 0) await tx.courriel.createMany({ data: ecrits.map(ligneDe) })
  const partent = ecrits.filter(({ permis }) => permis.ok)
  await promiseJobsAt(
    tx,
    envoiDeCourriel,
    partent.map(({ id, courriel }) => ({ payload: { courrielId: id }, runAt: courriel.partirLe })),
  )
  for (const { id, courriel, permis } of ecrits)
    if (!permis.ok) await direRetenu(tx, { courrielId: id, motif: permis.reason, le: courriel.creeLe })
  const ids = new Set(ecrits.map(({ id }) => id))
  return passes.map(({ id, permis }) => ({ id: ids.has(id) ? id : null, retenu: permis.ok ? null : permis.reason }))
}

const estSigne = (signature: Signataire | null) => signature === null || estSignataireEntier(signature)

function demanderLaPorte({ courriel, etat, adresseEnEchec }: CourrielConstate): Result<undefined, MotifRetenue> {
  const { mots, faitLe, creeLe, partirLe } = courriel
  if (!mots) return no('SANS_ADRESSE')
  const { signature, ...lus } = mots
  const fait = { le: faitLe, ...etat }
  return passerLaPorte({ ...lus, fait, signe: estSigne(signature), adresseEnEchec, acceptes: [] }, partirLe ?? creeLe)
}

type AEcrire = Omit<CourrielConstate, 'courriel'> & {
  id: string
  courriel: Omit<CourrielAPromettre, 'mots'>
  mots: NonNullable<CourrielAPromettre['mots']>
  permis: Result<undefined, MotifRetenue>
}

function ligneDe({ id, acteur, courriel, mots, expediteur, permis }: AEcrire): Prisma.CourrielCreateManyInput {
  const { signature, echeances, ...lus } = mots
  const { sujet, reponse, ...reste } = courriel
  return {
    ...{ id, ...lus, ...sujet, ...reponse, ...expediteur, ...colonnesDActeur(acteur), ...reste },
    ...{ signe: estSigne(signature), echeances: echeances.map(toDate) },
    ...(!permis.ok && { etat: 'RETENU', motifRetenue: permis.reason }),
  }
}

/**
 * Why this mail would be held, of an act that is nothing else than its sending and can be refused; null when it would leave, or when there
 * is none. The fact it tells is about to be made.
 */
export async function demanderPassage(
  tx: Tx,
  mots: CourrielAPromettre['mots'],
  { le, partirLe }: { le: Date; partirLe: Date | null },
): Promise<MotifRetenue | null> {
  if (!mots) return null
  const { signature, ...lus } = mots
  const fait = { le, ...VIENT_D_ETRE_FAIT }
  const enEchec = await adresseEnEchec(tx, mots.destinataire)
  const porte = { ...lus, fait, signe: estSigne(signature), adresseEnEchec: enEchec, acceptes: [] }
  const permis = passerLaPorte(porte, partirLe ?? le)
  return permis.ok ? null : permis.reason
}

/** The journal says that a courriel is held, and why. */
export async function direRetenu(
  tx: Tx,
  { courrielId, motif, le }: { courrielId: string; motif: MotifRetenue; le: Date },
): Promise<void> {
  const { detail, ...objet } = await sujetDuCourriel(tx, courrielId)
  await writeJournal(tx, SYSTEME, { acte: 'retenirCourriel', ...objet, detail: { ...detail, retenue: motif }, le })
}

export type MessageAEcrire = Mots & {
  cleUnique: string
  modele: 'message_libre'
  /** The instant of the act that writes it. */
  creeLe: Date
  dossierId?: string
  preProjetId?: string
  /** The received mail it is written under. */
  courrielRecuId?: string
  /** Of one that is tried: it leaves as those of this campagne do, and is about nothing. */
  essaiPour?: string
  /** It leaves then, and may be taken back before; absent means at once. */
  partirLe?: Date
} & Reponse

/**
 * Writes what an officer says in their own words, frozen, and the promise to send it. A second call for the same message writes nothing
 * and gives the first one's id.
 */
export async function writeMessage(
  tx: Tx,
  acteur: Acteur,
  { essaiPour, ...message }: MessageAEcrire,
): Promise<{ id: string }> {
  const known = await tx.courriel.findUnique({ where: { cleUnique: message.cleUnique }, select: { id: true } })
  if (known) return known
  const { dossierId, preProjetId } = message
  const expediteur = await expediteurDe(tx, { dossierId, preProjetId, campagneId: essaiPour })
  const data = { ...message, ...expediteur, ...colonnesDActeur(acteur) }
  const { id } = await tx.courriel.create({ data, select: { id: true } })
  await promiseJob(tx, envoiDeCourriel, { courrielId: id }, message.partirLe)
  return { id }
}

/**
 * Takes away the promise to send this courriel; false when the relay has carried it, and the courriel is on its way. A promise
 * left behind would send at its hour a courriel that was moved.
 */
export async function retirerPromesse(tx: Tx, courrielId: string): Promise<boolean> {
  const { count } = await tx.outboxJob.deleteMany({
    where: {
      name: envoiDeCourriel.name,
      publishedAt: null,
      payload: { path: ['courrielId'], equals: courrielId },
    },
  })
  return count > 0
}

/** Takes back the courriel of this fact if it has not left, held or not; false when it has, or when there is none. */
export async function reprendreCourriel(tx: Tx, cleUnique: string): Promise<boolean> {
  const { count } = await tx.courriel.updateMany({
    where: { cleUnique, OR: [{ etat: 'A_ENVOYER', tentatives: 0 }, { etat: 'RETENU' }] },
    data: { etat: 'ANNULE', motifRetenue: null, version: { increment: 1 } },
  })
  return count > 0
}

/** Takes back the courriels of this kind about this fiche that wait for their hour, or are held: a newer one says what they would have said. */
export async function reprendreCourriels(
  tx: Tx,
  sujet: { preProjetId: string; modele: ModeleAutomatique },
): Promise<void> {
  const attendent = await tx.courriel.findMany({
    where: { ...sujet, OR: [{ etat: 'A_ENVOYER', tentatives: 0, partirLe: { not: null } }, { etat: 'RETENU' }] },
    select: { id: true, cleUnique: true, etat: true },
  })
  for (const { id, cleUnique, etat } of attendent) {
    if (etat === 'RETENU' || (await retirerPromesse(tx, id))) await reprendreCourriel(tx, cleUnique)
  }
}

/** Two mails with the same fingerprint are the same to who receives them. */
export const empreinteDuCourriel = ({
  destinataire,
  sujet,
  texte,
  html,
}: Pick<Mots, 'destinataire' | 'sujet' | 'texte' | 'html'>): string =>
  createHash('sha256')
    .update(JSON.stringify([destinataire, sujet, texte, html]))
    .digest('hex')

/** What the journal says of a courriel, under the dossier or the fiche it is about so that their own journal tells it. */
export async function sujetDuCourriel(tx: Tx, courrielId: string) {
  const { dossierId, preProjetId, courrielRecuId, ...lu } = await tx.courriel.findUniqueOrThrow({
    where: { id: courrielId },
    select: { modele: true, destinataire: true, sujet: true, dossierId: true, preProjetId: true, courrielRecuId: true },
  })
  const fil = conversationDe({ dossierId, preProjetId, courrielRecuId })
  const objet = fil ? objetDuFil(fil) : { objet: 'courriel' as const, objetId: courrielId }
  return { ...objet, detail: { courrielId, ...lu } }
}
