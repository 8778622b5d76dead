import type { Demandeur } from '#domain/acces/acteur'
import { type RefusDeRepondre, repondre } from '#domain/demande-en-ligne/reponse-au-complement'
import type { RefusDeFichier } from '#domain/demande-en-ligne/pieces'
import { ok, type Result } from '#domain/result'
import type { Db, Tx } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { newKey } from '#infra/storage'
import { piecesDuDossier } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { complementsDits, dossierDuMembre } from '#infra/stores/demandeur/dossier-du-membre'
import { lockDossier } from '#infra/stores/piece/piece'
import { avecLeRecu, examinerFichier } from '#usecases/demande-en-ligne/examiner-fichier'
import { joindreAuDossier } from '#usecases/demande-en-ligne/joindre-au-dossier'

export type RefusDeComplement = RefusDeRepondre | RefusDeFichier | 'OCCUPE' | 'TROP_DE_FICHIERS'

/** `recue`: the key under which it was just received, that nothing else names. */
type Input = { dossierId: string; code: string; nomFichier: string; recue: string }

/**
 * A structure answers a request for compléments with a file for one of its pièces: it is a version of that pièce, to be looked at, and the wait ends once all
 * that was asked has come. `detail` says what is wrong in the file. Throws NotFound for a dossier that is not of a structure of theirs.
 */
export const donnerComplement = (
  deps: DepsFichiers,
  demandeur: Demandeur,
  { recue, ...input }: Input,
): Promise<Result<undefined, RefusDeComplement>> =>
  avecLeRecu(deps.storage, recue, (contenu) => joindre(deps, demandeur, { ...input, contenu }))

async function joindre(
  { db, storage, now }: DepsFichiers,
  demandeur: Demandeur,
  { dossierId, code, nomFichier, contenu }: Omit<Input, 'recue'> & { contenu: Buffer },
): Promise<Result<undefined, RefusDeComplement>> {
  const vise = { dossierId, code }
  const permis = await verifier(db, demandeur, { ...vise, le: now() })
  if (!permis.ok) return permis
  const vue = await examinerFichier(nomFichier, contenu)
  if (!vue.ok) return vue
  const cle = newKey('pieces')
  await storage.put(cle, contenu)
  const prise = await db.$transaction(async (tx): Promise<Result<{ inutile: string | null }, RefusDeComplement>> => {
    await lockDossier(tx, dossierId)
    const le = now()
    const encore = await verifier(tx, demandeur, { ...vise, le })
    if (!encore.ok) return encore
    const dossier = await piecesDuDossier(tx, dossierId)
    return joindreAuDossier(tx, demandeur, { dossier, code, fichier: { ...vue.value, cle }, le })
  })
  const inutile = prise.ok ? prise.value.inutile : cle
  if (inutile !== null) await storage.remove(inutile)
  return prise.ok ? ok() : prise
}

async function verifier(
  db: Db | Tx,
  demandeur: Demandeur,
  { dossierId, code, le }: { dossierId: string; code: string; le: Date },
) {
  const dossier = await dossierDuMembre(db, demandeur.id, dossierId)
  return repondre(dossier, (await complementsDits(db, dossierId, le))?.elements ?? null, code)
}
