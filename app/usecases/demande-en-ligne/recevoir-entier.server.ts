import { randomUUID } from 'node:crypto'
import type { Demandeur } from '#domain/acces/acteur'
import { type RefusDeRemplir, verifierSaisie } from '#domain/demande-en-ligne/saisie'
import {
  type RefusDePlace,
  SANS_EMPREINTE,
  tailleDuFormulaire,
  verifierPlace,
} from '#domain/demande-en-ligne/televersement'
import { ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { tenirDemande } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { enVolDe, finirTeleversement, noterRecu, tenirEnvois } from '#infra/stores/demande-en-ligne/televersement'
import { NOTER_MS } from '#usecases/demande-en-ligne/recevoir-morceau'

export type RefusDeRecevoir = RefusDeRemplir | RefusDePlace

/** What has come of the form: the file that it holds, under which code, and its bytes so far. */
type Venu = { nomFichier: string; code: string; recu: number }

/** A reception under way: what the file is taken by, and who is to be told of what comes. */
type Reception = { id: string; suivre: (venu: Venu) => Promise<void> }

/**
 * Receives a file that comes whole, by a form without a script: a deposit of the demande waits for it from before its first byte, as for one that comes piece
 * by piece, until `recevoir` ends, whatever comes of it, or nothing more comes for a while. What can be refused of it is refused before any byte is
 * read. `octets` is what the form says it weighs, null where it says nothing. Throws NotFound.
 */
export async function recevoirEntier<T>(
  { db, now }: Deps,
  demandeur: Demandeur,
  { id: demandeEnLigneId, octets }: { id: string; octets: number | null },
  recevoir: (reception: Reception) => Promise<T>,
): Promise<Result<T, RefusDeRecevoir>> {
  const id = randomUUID()
  const taille = tailleDuFormulaire(octets)
  const annonce = await db.$transaction((tx) => annoncer(tx, demandeur, { id, demandeEnLigneId, taille, le: now() }))
  if (!annonce.ok) return annonce
  try {
    return ok(await recevoir({ id, suivre: suivi({ db, now }, { id, taille }) }))
  } finally {
    await finirTeleversement(db, id, { le: now() })
  }
}

type AAnnoncer = { id: string; demandeEnLigneId: string; taille: number; le: Date }

/** The demande is held meanwhile: a deposit was before it, which refuses it, or will find it. */
async function annoncer(
  tx: Tx,
  demandeur: Demandeur,
  { id, demandeEnLigneId, taille, le }: AAnnoncer,
): Promise<Result<undefined, RefusDeRecevoir>> {
  const tenue = await tenirDemande(tx, demandeur.id, demandeEnLigneId)
  const permis = verifierSaisie(tenue.role, tenue, le)
  if (!permis.ok) return permis
  await tenirEnvois(tx, demandeur.id)
  const place = verifierPlace(taille, await enVolDe(tx, demandeur.id, { pour: { demandeEnLigneId }, le }))
  if (!place.ok) return place
  const inconnu = { code: '', nomFichier: '', sha256: SANS_EMPREINTE }
  await tx.televersement.create({
    data: { id, demandeurId: demandeur.id, demandeEnLigneId, ...inconnu, taille, creeLe: le, recuLe: le },
    select: { id: true },
  })
  return ok()
}

/** Writes what has come: its name as soon as it is known, then how much, now and then. */
function suivi({ db, now }: Deps, { id, taille }: { id: string; taille: number }): Reception['suivre'] {
  let nomme = false
  let dit = 0
  return async ({ nomFichier, code, recu }) => {
    const le = now()
    if (!nomme) await db.televersement.updateMany({ where: { id, finiLe: null }, data: { nomFichier, code } })
    else if (le.getTime() - dit < NOTER_MS) return
    nomme = true
    dit = le.getTime()
    await noterRecu(db, id, { recu: Math.min(taille, recu), le })
  }
}
