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
import { type Prise, prendreUneFois } from '#usecases/demande-en-ligne/prendre-une-fois'
import { joindreAuDossier } from '#usecases/demande-en-ligne/joindre-au-dossier'

export type RefusDeComplement = RefusDeRepondre | RefusDeFichier | 'OCCUPE' | 'TROP_DE_FICHIERS'

/** `recue`: the key under which it was just received, that nothing else names. */
type Input = { dossierId: string; code: string; nomFichier: string; recue: string }

/** A file whose bytes are at hand; `televersement` is the one that it came by, piece by piece: it is taken once by that one. */
type AJoindre = Omit<Input, 'recue'> & { contenu: Buffer; televersement: string | null }

/**
 * A structure answers a request for compléments with a file for one of its pièces: it is a version of that pièce, to be looked at, and the wait ends once all
 * that was asked has come. `detail` says what is wrong in the file. Throws NotFound for a dossier that is not of a structure of theirs.
 */
export const donnerComplement = (
  deps: DepsFichiers,
  demandeur: Demandeur,
  { recue, ...input }: Input,
): Promise<Result<undefined, RefusDeComplement>> =>
  avecLeRecu(deps.storage, recue, (contenu) =>
    joindreComplement(deps, demandeur, { ...input, contenu, televersement: null }),
  )

/** The same of bytes that are at hand. */
export async function joindreComplement(
  { db, storage, now }: DepsFichiers,
  demandeur: Demandeur,
  { dossierId, code, nomFichier, contenu, televersement }: AJoindre,
): Promise<Result<undefined, RefusDeComplement>> {
  const vise = { dossierId, code }
  const permis = await peutRepondre(db, demandeur, { ...vise, le: now() })
  if (!permis.ok) return permis
  const vue = await examinerFichier(nomFichier, contenu)
  if (!vue.ok) return vue
  const cle = newKey('pieces')
  await storage.put(cle, contenu)
  const prise = await db.$transaction(async (tx): Promise<Result<Prise, RefusDeComplement>> => {
    await lockDossier(tx, dossierId)
    const le = now()
    return prendreUneFois(tx, { televersement, cle, le }, async () => {
      const encore = await peutRepondre(tx, demandeur, { ...vise, le })
      if (!encore.ok) return encore
      const dossier = await piecesDuDossier(tx, dossierId)
      return joindreAuDossier(tx, demandeur, { dossier, code, fichier: { ...vue.value, cle }, le })
    })
  })
  const inutile = prise.ok ? prise.value.inutile : cle
  if (inutile !== null) await storage.remove(inutile)
  return prise.ok ? ok() : prise
}

/** May a file be given now for this pièce, in answer to what is asked of the dossier? Throws NotFound. */
export async function peutRepondre(
  db: Db | Tx,
  demandeur: Demandeur,
  { dossierId, code, le }: { dossierId: string; code: string; le: Date },
) {
  const dossier = await dossierDuMembre(db, demandeur.id, dossierId)
  return repondre(dossier, (await complementsDits(db, dossierId, le))?.elements ?? null, code)
}
