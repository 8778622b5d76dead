import type { Demandeur } from '#domain/acces/acteur'
import { no, ok, type Result } from '#domain/result'
import { codeFichierBilan } from '#domain/suite-accord/fichier-de-bilan'
import type { DepsFichiers } from '#infra/deps'
import { NotFound } from '#infra/errors'
import {
  cleDeTeleversement,
  finirTeleversement,
  pourQuoi,
  type TeleversementCharge,
  televersementDe,
} from '#infra/stores/demande-en-ligne/televersement'
import { joindreComplement, type RefusDeComplement } from '#usecases/complement/donner-complement'
import { garderPiece, type RefusDePiece } from '#usecases/demande-en-ligne/donner-piece'
import { lireLeTeleverse } from '#usecases/demande-en-ligne/examiner-fichier'
import { garderFichierDeBilan, type RefusDeFichierDeBilan } from '#usecases/suite-accord/donner-fichier-de-bilan'

export type RefusDeTerminer = RefusDePiece | RefusDeComplement | RefusDeFichierDeBilan | 'INCOMPLET' | 'EMPREINTE'

/**
 * Makes the pièce of a file that came whole, by the act that takes one sent at once, after its SHA-256 was compared with the announced one. Keyed by the
 * televersement: ended twice, by two processes or after one that died, it is one pièce. OCCUPE and INCOMPLET leave it to be ended later; any other refusal is
 * kept with it, to be told. Throws NotFound for one that is not theirs.
 */
export async function terminerTeleversement(
  deps: DepsFichiers,
  demandeur: Demandeur,
  id: string,
): Promise<Result<undefined, RefusDeTerminer>> {
  const { db, storage, now } = deps
  const televersement = await televersementDe(db, demandeur.id, id)
  if (televersement.finiLe) return dejaFini(televersement)
  const cle = cleDeTeleversement(id)
  const contenu = await lireLeTeleverse(storage, cle)
  if (!contenu) {
    // Another process ended it since it was read above, or its bytes are lost.
    const depuis = await televersementDe(db, demandeur.id, id)
    if (depuis.finiLe) return dejaFini(depuis)
    throw new NotFound('fichier', cle)
  }
  if (contenu.length < televersement.taille) return no('INCOMPLET')
  const prise =
    (await empreinte(contenu)) === televersement.sha256
      ? await prendre(deps, demandeur, { televersement, contenu })
      : no('EMPREINTE')
  if (!prise.ok && prise.reason === 'OCCUPE') return prise
  if (!prise.ok)
    await finirTeleversement(db, id, { le: now(), refus: prise.reason, ...(prise.detail && { detail: prise.detail }) })
  await storage.remove(cle)
  return prise.ok ? ok() : prise
}

/** What was said the first time is said again. */
const dejaFini = ({ refus, refusDetail }: TeleversementCharge): Result<undefined, RefusDeTerminer> => {
  if (refus === '') return ok()
  return refusDetail === '' ? no(refus as RefusDeTerminer) : no(refus as RefusDeTerminer, refusDetail)
}

const empreinte = async (contenu: Buffer): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(contenu))).toString('hex')

async function prendre(
  deps: DepsFichiers,
  demandeur: Demandeur,
  { televersement, contenu }: { televersement: TeleversementCharge; contenu: Buffer },
): Promise<Result<unknown, RefusDePiece | RefusDeComplement | RefusDeFichierDeBilan>> {
  const { id, code, nomFichier, remplace } = televersement
  const pour = pourQuoi(televersement)
  const fichier = { code, nomFichier, contenu, televersement: id }
  if ('demandeEnLigneId' in pour)
    return garderPiece(deps, demandeur, { ...fichier, remplace, id: pour.demandeEnLigneId })
  const joint = { ...fichier, ...pour }
  return codeFichierBilan(code)
    ? garderFichierDeBilan(deps, demandeur, joint)
    : joindreComplement(deps, demandeur, joint)
}
