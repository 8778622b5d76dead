import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import type { RefusDeFichier } from '#domain/demande-en-ligne/pieces'
import { no, ok, type Result } from '#domain/result'
import type { RefusDeRendre } from '#domain/suite-accord/bilan-rendu'
import {
  AUTRES_FICHIERS_BILAN_MAX,
  type CodeFichierBilan,
  codeFichierBilan,
} from '#domain/suite-accord/fichier-de-bilan'
import type { Db, Tx } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { newKey } from '#infra/storage'
import { promettreAnalyseFichierDeBilan } from '#infra/stores/antivirus/analyse'
import { lockDossier } from '#infra/stores/piece/piece'
import { bilanDuMembre, cleLibre, marquerBilanChange, tenirBilanRendu } from '#infra/stores/suite-accord/bilan-rendu'
import { avecLeRecu, examinerFichier, type FichierExamine } from '#usecases/demande-en-ligne/examiner-fichier'
import { type Prise, prendreUneFois } from '#usecases/demande-en-ligne/prendre-une-fois'
import { cleDe } from '#usecases/piece/importer-piece'

export type RefusDeFichierDeBilan =
  RefusDeRendre | RefusDeFichier | 'PIECE_NON_DEMANDEE' | 'TROP_DE_FICHIERS_DE_BILAN' | 'OCCUPE'

/** `recue`: the key under which it was just received, that nothing else names. */
type Input = { dossierId: string; code: string; nomFichier: string; recue: string }

/** A file whose bytes are at hand; `televersement` is the one that it came by, piece by piece: it is taken once by that one. */
type AGarder = Omit<Input, 'recue'> & { contenu: Buffer; televersement: string | null }

/**
 * Takes a file for the bilan that is being written: looked at in a process that can be ended, then stored, then named by its row. The compte rendu financier
 * is one file, which a new one takes the place of; another of the same name too. `detail` says what is wrong in the file. Throws NotFound.
 */
export const donnerFichierDeBilan = (
  deps: DepsFichiers,
  demandeur: Demandeur,
  { recue, ...input }: Input,
): Promise<Result<undefined, RefusDeFichierDeBilan>> =>
  avecLeRecu(deps.storage, recue, (contenu) =>
    garderFichierDeBilan(deps, demandeur, { ...input, contenu, televersement: null }),
  )

/** The same of bytes that are at hand. */
export async function garderFichierDeBilan(
  { db, storage, now }: DepsFichiers,
  demandeur: Demandeur,
  { dossierId, code, nomFichier, contenu, televersement }: AGarder,
): Promise<Result<undefined, RefusDeFichierDeBilan>> {
  const permis = await peutDonnerAuBilan(db, demandeur, { dossierId, code, le: now() })
  if (!permis.ok) return permis
  const vue = await examinerFichier(nomFichier, contenu)
  if (!vue.ok) return vue
  const cle = newKey('pieces')
  await storage.put(cle, contenu)
  const gardee = await db.$transaction(async (tx): Promise<Result<Prise, RefusDeFichierDeBilan>> => {
    await lockDossier(tx, dossierId)
    const le = now()
    return prendreUneFois(tx, { televersement, cle, le }, async () => {
      const encore = await peutDonnerAuBilan(tx, demandeur, { dossierId, code, le })
      if (!encore.ok) return encore
      return poser(tx, demandeur, { dossierId, code: encore.value, fichier: { ...vue.value, cle }, le })
    })
  })
  const inutile = gardee.ok ? gardee.value.inutile : cle
  if (inutile !== null) await storage.remove(inutile)
  return gardee.ok ? ok() : gardee
}

/** May a file be given now under this code for the bilan of this dossier? Throws NotFound for one that is not of a structure of theirs. */
export async function peutDonnerAuBilan(
  db: Db | Tx,
  demandeur: Demandeur,
  { dossierId, code, le }: { dossierId: string; code: string; le: Date },
): Promise<Result<CodeFichierBilan, RefusDeFichierDeBilan>> {
  const { permis } = await bilanDuMembre(db, demandeur, { dossierId, le })
  if (!permis.ok) return permis
  const connu = codeFichierBilan(code)
  return connu ? ok(connu) : no('PIECE_NON_DEMANDEE')
}

type APoser = { dossierId: string; code: CodeFichierBilan; fichier: FichierExamine & { cle: string }; le: Date }

async function poser(
  tx: Tx,
  demandeur: Demandeur,
  { dossierId, code, fichier, le }: APoser,
): Promise<Result<Prise, RefusDeFichierDeBilan>> {
  const par = nomDActeur(demandeur)
  const tenu = await tenirBilanRendu(tx, dossierId, { par, le })
  const siens = tenu.fichiers.filter((un) => un.code === code)
  const cleDepot = code === 'COMPTE_RENDU_FINANCIER' ? code : cleDe(fichier, 1)
  const connu = siens.find((un) => un.cleDepot === cleDepot)
  if (!connu && siens.length >= AUTRES_FICHIERS_BILAN_MAX)
    return no('TROP_DE_FICHIERS_DE_BILAN', String(AUTRES_FICHIERS_BILAN_MAX))
  const place = { bilanRenduId: tenu.id, code, cleDepot }
  const ecrit = { ...fichier, recueLe: le, recuePar: par }
  const { id } = await tx.fichierDeBilan.upsert({
    where: { bilanRenduId_code_cleDepot: place },
    create: { ...place, ...ecrit },
    // What was said of the first is not said of the one that takes its place.
    update: { ...ecrit, analyse: 'NON_ANALYSE', analyseDetail: '', analyseLe: null },
    select: { id: true },
  })
  await marquerBilanChange(tx, tenu.id, { par, le })
  await promettreAnalyseFichierDeBilan(tx, id)
  return ok({ inutile: await cleLibre(tx, connu?.cle ?? null) })
}
