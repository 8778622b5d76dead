import { partagerMessage } from '#domain/courriel-recu/lignes-citees'
import { SILENCES } from '#domain/courriel/automate'
import { MOTIFS_RETENUE } from '#domain/courriel/retenue'
import type { Db } from '#infra/db'
import { viesDesCourriels } from '#queries/courriel/vie-courriel'
import { objetDuFil, recusDuFil, type Sujet } from '#infra/stores/courriel-recu/fil'

/** How much of a mail the thread shows; the whole stands behind its link. */
const EXTRAIT = 8_000

/** Mails of one thread that are shown: the newest. */
const MAILS_MAX = 200

const partage = (texte: string) => {
  const { ecrit, cite } = partagerMessage(texte.slice(0, 4 * EXTRAIT))
  return { texte: ecrit.slice(0, EXTRAIT), cite: cite.slice(0, EXTRAIT) }
}

const envoyesDe = (db: Db, sujet: Sujet) =>
  db.courriel.findMany({
    where: sujet,
    select: {
      id: true,
      version: true,
      modele: true,
      sujet: true,
      texte: true,
      destinataire: true,
      destinataireNom: true,
      etat: true,
      erreur: true,
      mentionRetour: true,
      motifRetenue: true,
      tentatives: true,
      acteurType: true,
      acteur: true,
      partirLe: true,
      creeLe: true,
      envoyeLe: true,
      cause: true,
      remisAuServeurLe: true,
    },
    orderBy: [{ creeLe: 'desc' }, { id: 'asc' }],
    take: MAILS_MAX,
  })

const recusDe = async (db: Db, sujet: Sujet) =>
  db.courrielRecu.findMany({
    where: await recusDuFil(db, sujet),
    select: {
      id: true,
      sujet: true,
      texte: true,
      de: true,
      deNom: true,
      recuLe: true,
      nature: true,
      automatisme: true,
      suite: true,
      pieces: { orderBy: { rang: 'asc' }, select: { id: true, nom: true, taille: true } },
    },
    orderBy: [{ recuLe: 'desc' }, { id: 'asc' }],
    take: MAILS_MAX,
  })

/** The receipts that the software kept back, and why. */
async function tusDe(db: Db, sujet: Sujet) {
  const entrees = await db.entreeJournal.findMany({
    where: { ...objetDuFil(sujet), acte: 'retenirAccuse' },
    select: { id: true, le: true, detail: true },
  })
  return entrees.flatMap(({ id, le, detail }) => {
    const dit = typeof detail === 'object' && detail !== null && 'silence' in detail ? detail.silence : null
    const silence = [...SILENCES, ...MOTIFS_RETENUE].find((un) => un === dit)
    return silence ? [{ sens: 'TU' as const, id: String(id), le, silence }] : []
  })
}

/** Every mail of a thread, both ways, in the order of a conversation: the oldest first. One that waits stands where it will leave. */
export async function filCourriels(db: Db, sujet: Sujet) {
  const [envoyes, recus, tus] = await Promise.all([envoyesDe(db, sujet), recusDe(db, sujet), tusDe(db, sujet)])
  const vieDe = await viesDesCourriels(db, envoyes, [objetDuFil(sujet).objetId])
  return [
    ...envoyes.map(({ texte, acteurType, acteur, ...c }) => ({
      sens: 'ENVOYE' as const,
      ...c,
      ...vieDe(c),
      le: c.envoyeLe ?? (c.etat === 'A_ENVOYER' ? c.partirLe : null) ?? c.creeLe,
      texte: texte.slice(0, EXTRAIT),
      /** Null when nobody asked for this very mail. */
      par: acteurType === 'SYSTEME' ? null : acteur,
    })),
    ...recus.map(({ texte, recuLe, ...c }) => ({ sens: 'RECU' as const, ...c, le: recuLe, ...partage(texte) })),
    ...tus,
  ].sort((a, b) => a.le.getTime() - b.le.getTime() || a.id.localeCompare(b.id))
}
