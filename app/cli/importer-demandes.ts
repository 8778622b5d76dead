import { stat } from 'node:fs/promises'
import { compter } from '#domain/nombre'
import { type Commande, EXIT, stop } from '#cli/commande'
import { deposerFichier, lireLot } from '#cli/lot'
import { archiverDossier } from '#fichiers/livraison/archiver-dossier'
import type { BilanDemandes } from '#infra/stores/portail/resume-import'

const texteDe = ({
  lignes,
  crees,
  misAJour,
  inchanges,
  brouillons,
  rejets,
  anomalies,
  pieces,
  ...bilan
}: BilanDemandes) =>
  [
    `${compter(lignes, 'ligne')}\u00a0: ${compter(crees, 'dossier créé', 'dossiers créés')}, ${misAJour} mis à jour, ${compter(inchanges, 'inchangé')}, ${compter(brouillons, 'brouillon')}, ${compter(rejets.length, 'rejet')}.`,
    ...rejets.map(({ ligne, colonne, motif }) => `  rejet, ligne ${ligne}, ${colonne}\u00a0: ${motif}`),
    `${compter(anomalies.length, 'anomalie')}.`,
    ...anomalies.map(({ numero, colonne, motif }) => `  ${numero}, ${colonne}\u00a0: ${motif}`),
    `Pièces\u00a0: ${compter(pieces.recues, 'reçue')}, dont ${compter(pieces.nouvelles, 'nouvelle')}\u00a0; ${compter(pieces.refusees.length, 'refusée')}.`,
    ...pieces.refusees.map(({ fichier, motif }) => `  ${fichier}\u00a0: ${motif}`),
    ...bilan.disparus.map(
      (numero) => `Le dossier ${numero} n’est plus dans ce listing\u00a0: il est gardé et signalé.`,
    ),
    ...bilan.campagnesOuvertes.map(
      (code) => `La campagne ${code} n’existait pas\u00a0: elle est ouverte avec les réglages par défaut, à vérifier.`,
    ),
  ].join('\n')

/** Imports a listing of e-partenaire, with its pièces in a zip or a folder of the same shape. */
export const importerDemandes: Commande = {
  usage: 'LISTING.xlsx|LISTING.csv [--pieces ARCHIVE.zip|DOSSIER]',
  positionals: { min: 1, max: 1 },
  options: { pieces: { type: 'string' } },
  run: async ({ deps: open }, { positionals: [listing = ''], values: { pieces } }) => {
    const isFile = await stat(listing).then((found) => found.isFile())
    if (!isFile) return stop(`Le listing doit être un fichier .xlsx ou .csv\u00a0: ${listing}`, EXIT.usage)
    const isFolder = pieces ? await stat(pieces).then((found) => found.isDirectory()) : false
    const deps = await open()
    const fichiers = [await deposerFichier(deps, listing, 'LISTING')]
    if (pieces)
      fichiers.push(await deposerFichier(deps, pieces, 'PIECES', isFolder ? archiverDossier(pieces) : undefined))
    const bilan = await lireLot<BilanDemandes>(deps, { type: 'DEMANDES', fichiers })
    return { ok: true, json: bilan, texte: texteDe(bilan) }
  },
}
