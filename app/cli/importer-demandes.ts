import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { compter } from '#domain/nombre'
import { estDouteuse } from '#domain/portail/couverture'
import { JOURS_ANCIEN } from '#domain/portail/reprise'
import { jourDeParis } from '#domain/temps/jour'
import { type Arguments, type Commande, type Contexte, EXIT, stop } from '#cli/commande'
import { campagnesALaPremiereCommande, deposerFichier, lireLot } from '#cli/lot'
import { archiverDossier } from '#fichiers/livraison/archiver-dossier'
import type { DepsFichiers } from '#infra/deps'
import { trouverAbsents } from '#infra/stores/portail/absents'
import type { BilanDemandes } from '#domain/portail/bilan'
import { withTempFile } from '#infra/temporaire'
import { prevoirLivraison } from '#usecases/lot/prevoir-livraison'
import { phraseSansSignataire } from '#libelles/portail/lot'
import { anciennesDe, lireListing, type ListingLu } from '#usecases/portail/lire-listing'
import { rangerListing } from '#usecases/portail/ranger-listing'

const texteDe = (
  { lignes, crees, misAJour, inchanges, brouillons, horsPerimetre, rejets, anomalies, pieces, ...bilan }: BilanDemandes,
  aBlanc: boolean,
) =>
  [
    ...(aBlanc ? ['À blanc\u00a0: rien n’est écrit. Voici ce qui se passerait.'] : []),
    `${compter(lignes, 'ligne')}\u00a0: ${compter(crees, 'dossier créé', 'dossiers créés')}, ${compter(misAJour, 'mis à jour', 'mis à jour')}, ${compter(inchanges, 'inchangé')}, ${compter(brouillons, 'brouillon')}, hors périmètre\u00a0: ${horsPerimetre}, ${compter(rejets.length, 'rejet')}.`,
    ...rejets.map(({ ligne, colonne, motif }) => `  rejet, ligne ${ligne}, ${colonne}\u00a0: ${motif}`),
    `${compter(anomalies.length, 'anomalie')}.`,
    ...anomalies.map(({ numero, colonne, motif }) => `  ${numero}, ${colonne}\u00a0: ${motif}`),
    `Pièces\u00a0: ${compter(pieces.recues, 'reçue')}, dont ${compter(bilan.nouvelles, 'nouvelle')}\u00a0; ${compter(pieces.refusees.length, 'refusée')}.`,
    ...pieces.refusees.map(({ fichier, motif }) => `  ${fichier}\u00a0: ${motif}`),
    ...bilan.disparus.map(
      (numero) => `Le dossier ${numero} n’est plus dans ce listing\u00a0: il est gardé et signalé.`,
    ),
    ...bilan.campagnesOuvertes.map(
      (code) => `La campagne ${code} n’existait pas\u00a0: elle est ouverte avec les réglages par défaut, à vérifier.`,
    ),
    bilan.courriels === 0
      ? 'Aucun courriel ne part.'
      : `${compter(bilan.courriels, aBlanc ? 'courriel partirait' : 'courriel part', aBlanc ? 'courriels partiraient' : 'courriels partent')}.`,
  ].join('\n')

/** Whether mails leave: as asked, else only where every deposit of the listing is recent. Says so where it chooses. */
function courrielsDe(lu: ListingLu, flags: Arguments['flags'], { tell, now }: { tell: Contexte['tell']; now: Date }) {
  if (flags.has('avec-courriels') && flags.has('sans-courriel'))
    return stop('Choisissez\u00a0: --avec-courriels ou --sans-courriel.', EXIT.usage)
  if (flags.has('avec-courriels')) return true
  if (flags.has('sans-courriel')) return false
  const anciennes = anciennesDe(lu, jourDeParis(now))
  if (anciennes === 0) return true
  tell(
    `Ce listing contient ${compter(anciennes, 'dossier déposé', 'dossiers déposés')} il y a plus de ${compter(JOURS_ANCIEN, 'jour')}\u00a0: aucun courriel ne part (--avec-courriels pour les envoyer).`,
  )
  return false
}

/** A listing said to be whole that lacks much of what is held is asked again. */
async function exigerEntier(deps: DepsFichiers, lu: ListingLu) {
  const { cible } = await rangerListing(deps, lu)
  const { absents, connus } = await trouverAbsents(deps.db, cible, deps.now())
  if (!estDouteuse({ absents: absents.length, connus })) return
  stop(
    `Il manque à ce listing ${absents.length} des ${compter(connus, 'dossier connu', 'dossiers connus')} de ses campagnes\u00a0: est-il bien complet\u00a0? Si oui, ajoutez --confirmer\u00a0; sinon, retirez --complete.`,
  )
}

type Pieces = { chemin: string; estDossier: boolean } | null

const fluxDe = ({ chemin, estDossier }: NonNullable<Pieces>) =>
  estDossier ? archiverDossier(chemin) : createReadStream(chemin)

/** The pièces as one zip of this machine: a folder is one for as long as the work lasts. */
function avecArchive<T>(
  pieces: Pieces,
  work: (archive: { nom: string; chemin: string } | null) => Promise<T>,
): Promise<T> {
  if (!pieces?.estDossier) return work(pieces && { nom: path.basename(pieces.chemin), chemin: pieces.chemin })
  return withTempFile(os.tmpdir(), 'zip', async ({ chemin }) => {
    await pipeline(fluxDe(pieces), createWriteStream(chemin))
    return work({ nom: `${path.basename(pieces.chemin)}.zip`, chemin })
  })
}

/** What would happen; nothing is written. */
async function aBlanc(
  deps: DepsFichiers,
  chemin: string,
  voulu: { pieces: Pieces; complete: boolean; courriels: boolean; tell: Contexte['tell'] },
) {
  const listing = { nom: path.basename(chemin), contenu: await readFile(chemin) }
  const prevoir = async (archive: { nom: string; chemin: string } | null) =>
    prevoirLivraison(deps, {
      listing,
      archive,
      couverture: voulu.complete ? 'CAMPAGNE' : 'PARTIE',
      livreLe: deps.now(),
      avancer: () => Promise.resolve(),
    })
  const prevue = await avecArchive(voulu.pieces, prevoir)
  if (!prevue.ok) return stop(prevue.detail ?? 'Le fichier ne peut pas être lu.')
  const {
    courriels,
    reprises: _r,
    anciennes: _a,
    connus: _c,
    absents: _b,
    sansSignataire,
    ...apercu
  } = prevue.value.apercu
  if (voulu.courriels && sansSignataire > 0) voulu.tell(phraseSansSignataire(sansSignataire))
  const deja = await campagnesALaPremiereCommande(deps.db)
  return {
    ...apercu,
    campagnesOuvertes: apercu.campagnesOuvertes.filter((code) => !deja.includes(code)),
    courriels: voulu.courriels ? courriels.length : 0,
  } satisfies BilanDemandes
}

/** Imports a listing of e-partenaire, with its pièces in a zip or a folder of the same shape. */
export const importerDemandes: Commande = {
  usage:
    'LISTING.xlsx|LISTING.csv [--pieces ARCHIVE.zip|DOSSIER] [--complete [--confirmer]] [--avec-courriels|--sans-courriel] [--a-blanc]',
  positionals: { min: 1, max: 1 },
  options: {
    pieces: { type: 'string' },
    complete: { type: 'boolean' },
    confirmer: { type: 'boolean' },
    'avec-courriels': { type: 'boolean' },
    'sans-courriel': { type: 'boolean' },
    'a-blanc': { type: 'boolean' },
  },
  run: async ({ deps: open, tell }, { positionals: [listing = ''], values: { pieces: chemin }, flags }) => {
    const isFile = await stat(listing).then((found) => found.isFile())
    if (!isFile) return stop(`Le listing doit être un fichier .xlsx ou .csv\u00a0: ${listing}`, EXIT.usage)
    const pieces: Pieces = chemin ? { chemin, estDossier: (await stat(chemin)).isDirectory() } : null
    const lu = await lireListing({ nom: path.basename(listing), contenu: await readFile(listing) })
    if (!lu.ok) return stop(lu.detail ?? 'Le fichier ne peut pas être lu.')
    const deps = await open()
    const complete = flags.has('complete')
    const courriels = courrielsDe(lu.value, flags, { tell, now: deps.now() })
    if (complete && !flags.has('confirmer')) await exigerEntier(deps, lu.value)
    if (flags.has('a-blanc')) {
      const bilan = await aBlanc(deps, listing, { pieces, complete, courriels, tell })
      return { ok: true, json: bilan, texte: texteDe(bilan, true) }
    }
    const fichiers = [await deposerFichier(deps, listing, 'LISTING')]
    if (pieces) fichiers.push(await deposerFichier(deps, pieces.chemin, 'PIECES', fluxDe(pieces)))
    const couverture = complete ? 'CAMPAGNE' : 'PARTIE'
    const bilan = await lireLot<BilanDemandes>(deps, { type: 'DEMANDES', fichiers, couverture, accord: { courriels } })
    return { ok: true, json: bilan, texte: texteDe(bilan, false) }
  },
}
