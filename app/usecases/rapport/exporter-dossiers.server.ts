import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { requireDroit, type Agent } from '#domain/acces/droits'
import { EXPORT_DIRECT_MAX, EXPORT_DOSSIERS, nomDeLExport } from '#domain/rapport/export'
import { no, ok, type Result } from '#domain/result'
import { jourDeParis } from '#domain/temps/jour'
import type { Deps } from '#infra/deps'
import { withTempFolder } from '#infra/temporaire'
import { type DemandeExport, lignesDeLExport } from '#queries/rapport/export-dossiers'
import { ecrireExport } from '#usecases/rapport/ecrire-export'
import { promettreRapport } from '#usecases/rapport/promettre-rapport'

/** The file of a short list, at once. TROP_DE_LIGNES: it is to be asked for, and built aside. */
export async function exporterDossiers(
  deps: Deps,
  agent: Agent,
  exportVoulu: DemandeExport,
): Promise<Result<{ nom: string; contenu: Buffer }, 'TROP_DE_LIGNES'>> {
  requireDroit(agent, 'dossier.lire')
  const lus = await lignesDeLExport(deps.db, exportVoulu, { moi: agent.id, now: deps.now() })
  if (lus.total > EXPORT_DIRECT_MAX) return no('TROP_DE_LIGNES')
  const nom = nomDeLExport(EXPORT_DOSSIERS, jourDeParis(deps.now()), exportVoulu.format)
  return withTempFolder('mcei-export-', async (dossier) => {
    const chemin = path.join(dossier, nom)
    await ecrireExport(deps, { exportVoulu, lus, auteur: `${agent.prenom} ${agent.nom}`, chemin })
    return ok({ nom, contenu: await readFile(chemin) })
  })
}

/** Asks for the file of a list that is too long to wait for: a rapport, kept with the others, and the promise to build it. */
export async function demanderExport(
  { db, now }: Deps,
  agent: Agent,
  exportVoulu: DemandeExport,
): Promise<{ id: string }> {
  requireDroit(agent, 'rapport.demander')
  return db.$transaction((tx) => {
    const le = now()
    const nomFichier = nomDeLExport(EXPORT_DOSSIERS, jourDeParis(le), exportVoulu.format)
    return promettreRapport(tx, agent, { type: EXPORT_DOSSIERS, nomFichier, le, exportVoulu })
  })
}
