import type { Demandeur } from '#domain/acces/acteur'
import {
  type PourQuoi,
  type RefusDAnnonce,
  type RefusDePlace,
  verifierAnnonce,
  verifierPlace,
} from '#domain/demande-en-ligne/televersement'
import { no, ok, type Result } from '#domain/result'
import { codeFichierBilan } from '#domain/suite-accord/fichier-de-bilan'
import { abreger, nettoyer } from '#domain/texte'
import type { Tx } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { DisquePlein } from '#infra/errors'
import { tenirDemande } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { cleDeTeleversement, enVolDe, tenirEnvois } from '#infra/stores/demande-en-ligne/televersement'
import { peutRepondre, type RefusDeComplement } from '#usecases/complement/donner-complement'
import { peutDonner, type RefusDePiece } from '#usecases/demande-en-ligne/donner-piece'
import { peutDonnerAuBilan, type RefusDeFichierDeBilan } from '#usecases/suite-accord/donner-fichier-de-bilan'

export type RefusDeCommencerTeleversement =
  RefusDAnnonce | RefusDePlace | RefusDePiece | RefusDeComplement | RefusDeFichierDeBilan | 'SANS_PLACE'

/** `id` is the name that it will have, `taille` is in bytes and `sha256` in hexadecimal: both are announced. */
type Annonce = {
  id: string
  pour: PourQuoi
  code: string
  nomFichier: string
  /** The file that it takes the place of, as it was shown; none without it. */
  remplace?: string
  taille: number
  sha256: string
}

/**
 * Begins to receive a file piece by piece for one pièce, before any of its bytes: what can be refused of it is refused here. The same file announced again by
 * the same person for the same pièce goes on under its first id, which is given back. Throws NotFound for what is not theirs.
 */
export async function commencerTeleversement(
  { db, storage, now }: DepsFichiers,
  demandeur: Demandeur,
  { id, pour, code, taille, sha256, remplace = '', ...annonce }: Annonce,
): Promise<Result<{ id: string; recu: number }, RefusDeCommencerTeleversement>> {
  const nomFichier = abreger(nettoyer(annonce.nomFichier), 200)
  const prendre = async (tx: Tx): Promise<Result<{ id: string; recu: number }, RefusDeCommencerTeleversement>> => {
    const le = now()
    const permis = await peutEnvoyer(tx, demandeur, { pour, code, nomFichier, remplace, le })
    if (!permis.ok) return permis
    const annoncable = verifierAnnonce({ nomFichier, taille, sha256 })
    if (!annoncable.ok) return annoncable

    await tenirEnvois(tx, demandeur.id)
    const meme = { ...pour, demandeurId: demandeur.id, code }
    const connu = await tx.televersement.findFirst({
      where: { ...meme, sha256, finiLe: null },
      select: { id: true, recu: true },
    })
    if (connu) {
      await tx.televersement.update({ where: { id: connu.id }, data: { remplace }, select: { id: true } })
      return ok(connu)
    }
    const place = verifierPlace(taille, await enVolDe(tx, demandeur.id, { pour, le }))
    if (!place.ok) return place
    // What was said of the last one was read.
    await tx.televersement.deleteMany({ where: { ...meme, finiLe: { not: null }, refus: { not: '' } } })
    await tx.televersement.create({
      data: { ...meme, id, nomFichier, remplace, taille, sha256, creeLe: le, recuLe: le },
      select: { id: true },
    })
    await storage.put(cleDeTeleversement(id), new Uint8Array())
    return ok({ id, recu: 0 })
  }
  return db.$transaction(prendre).catch((error: unknown) => {
    if (error instanceof DisquePlein) return no('SANS_PLACE')
    throw error
  })
}

/** May a file be given for this, by the rule of what it is for? */
async function peutEnvoyer(
  tx: Tx,
  demandeur: Demandeur,
  { pour, ...donne }: { pour: PourQuoi; code: string; nomFichier: string; remplace: string; le: Date },
): Promise<Result<unknown, RefusDePiece | RefusDeComplement | RefusDeFichierDeBilan>> {
  if ('demandeEnLigneId' in pour)
    return peutDonner(tx, demandeur, await tenirDemande(tx, demandeur.id, pour.demandeEnLigneId), donne)
  const { code, le } = donne
  const vise = { ...pour, code, le }
  return codeFichierBilan(code) ? peutDonnerAuBilan(tx, demandeur, vise) : peutRepondre(tx, demandeur, vise)
}
