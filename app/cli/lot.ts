import { createReadStream } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { SYSTEME } from '#domain/acces/acteur'
import { codeCampagne } from '#domain/campagne/campagne-par-defaut'
import { stop } from '#cli/commande'
import type { Db } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { newKey } from '#infra/storage'
import { CAMPAGNES_DE_LA_PROCEDURE, installerCampagnes } from '#usecases/campagne/installer-campagnes'
import { deposerLot, type FichierDepose, type LotADeposer } from '#usecases/lot/deposer-lot'
import { traiterLot } from '#usecases/lot/traiter-lot'

/** A command that dies leaves its lot to the worker after this long, in milliseconds. */
const REPRISE_MS = 15 * 60 * 1000

/** A file of this machine, copied whole into the storage before anything reads it. */
export async function deposerFichier(
  { storage }: DepsFichiers,
  chemin: string,
  role: FichierDepose['role'],
  contenu: Readable = createReadStream(chemin),
): Promise<FichierDepose> {
  const cle = newKey('lots')
  await storage.put(cle, contenu)
  return { nom: path.basename(chemin), cle, taille: await storage.size(cle), role }
}

/** The campagnes that the first delivery into an empty database finds there: those of the procedure, which it installs. */
export const campagnesALaPremiereCommande = async (db: Db): Promise<string[]> =>
  (await db.campagne.count()) > 0
    ? []
    : CAMPAGNES_DE_LA_PROCEDURE.map(({ dispositif, annee }) => codeCampagne(dispositif, annee))

/** Delivers a lot and reads it here and now; gives its bilan, or stops with the sentence of the refusal. */
export async function lireLot<Bilan extends object>(deps: DepsFichiers, lot: LotADeposer): Promise<Bilan> {
  if ((await campagnesALaPremiereCommande(deps.db)).length > 0)
    await installerCampagnes(deps, SYSTEME, CAMPAGNES_DE_LA_PROCEDURE)
  const repriseLe = new Date(deps.now().getTime() + REPRISE_MS)
  const depose = await deposerLot(deps, SYSTEME, { ...lot, repriseLe })
  if (!depose.ok) return stop('Il n’y a rien à importer.')
  const bilan = await traiterLot(deps, depose.value.id)
  return bilan.ok ? (bilan.value as Bilan) : stop(bilan.detail ?? 'Le fichier ne peut pas être lu.')
}
