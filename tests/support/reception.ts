import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { SYSTEME } from '#domain/acces/acteur'
import type { Couverture } from '#domain/portail/couverture'
import type { Db } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { diskStorage, newKey } from '#infra/storage'
import { type AccordDeLot, deposerLot, type FichierDepose } from '#usecases/lot/deposer-lot'
import { recevoirCourriel } from '#usecases/courriel-recu/recevoir-courriel'
import { traiterCourriel } from '#usecases/courriel-recu/traiter-courriel'
import { traiterLot } from '#usecases/lot/traiter-lot'

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures')

export const NOW = new Date('2025-09-15T10:00:00.000Z')

/** A file of tests/fixtures. */
export const fixture = (chemin: string) => readFile(path.join(FIXTURES, chemin))

type AFournir = { nom: string; contenu: Buffer; role: FichierDepose['role'] }

/** What the reception acts with, on this database and this folder. */
export const receptionDeps = (db: Db, dataDir: string, now = () => NOW): DepsFichiers => ({
  db,
  storage: diskStorage(path.join(dataDir, 'fichiers')),
  now,
})

/** Keeps a mail as one that reached the mailbox, then reads it; gives its id. */
export async function recevoirMail(deps: DepsFichiers, nomFichier: string, contenu: Buffer): Promise<string> {
  const { db, storage, now } = deps
  const cle = newKey('courriels')
  await storage.put(cle, contenu)
  const sha256 = createHash('sha256').update(contenu).digest('hex')
  const arrive = { cle, nomFichier, taille: contenu.length, sha256, recuLe: now(), le: now() }
  const { id } = await db.$transaction((tx) => recevoirCourriel(tx, arrive, { promettre: false }))
  await traiterCourriel(deps, { courrielRecuId: id })
  return id
}

/** How demandes are delivered: as a part of their campagne, confirmed, with their mails, where nothing else is said. */
type Voulu = { couverture?: Couverture; accord?: AccordDeLot }

/** Stores the files and delivers them as one lot. */
export async function deposer(
  deps: DepsFichiers,
  fichiers: AFournir[],
  { couverture = 'PARTIE', accord = { courriels: true } }: Voulu = {},
): Promise<string> {
  const deposes: FichierDepose[] = []
  for (const { nom, contenu, role } of fichiers) {
    const cle = newKey('lots')
    await deps.storage.put(cle, contenu)
    deposes.push({ nom, cle, taille: contenu.length, role })
  }
  const lot = await deposerLot(
    deps,
    SYSTEME,
    fichiers[0]?.role === 'MESSAGE'
      ? { type: 'COURRIELS', fichiers: deposes }
      : { type: 'DEMANDES', fichiers: deposes, couverture, accord },
  )
  if (!lot.ok) throw new Error(lot.reason)
  return lot.value.id
}

/** Delivers and reads; gives the bilan, or throws the sentence of the refusal. */
export async function importer<Bilan>(deps: DepsFichiers, fichiers: AFournir[], voulu: Voulu = {}): Promise<Bilan> {
  const bilan = await traiterLot(deps, await deposer(deps, fichiers, voulu))
  if (!bilan.ok) throw new Error(bilan.detail)
  return bilan.value as Bilan
}

export const listing = (contenu: Buffer | string, nom = 'demandes.csv'): AFournir => ({
  nom,
  contenu: Buffer.from(contenu as Buffer),
  role: 'LISTING',
})
export const archive = (contenu: Buffer, nom = 'pieces.zip'): AFournir => ({ nom, contenu, role: 'PIECES' })
export const message = (contenu: Buffer | string, nom = 'message.eml'): AFournir => ({
  nom,
  contenu: Buffer.from(contenu as Buffer),
  role: 'MESSAGE',
})

/** One line of a listing; only what a test is about is stated. */
export type LigneDeListing = Partial<typeof LIGNE>

const LIGNE = {
  Type: 'Pas-de-Calais, Mobilité Européenne et Internationale (public)',
  Numéro: '2025-00001',
  Objet: 'Échange culturel à Herne (Allemagne)',
  Statut: 'En cours d’analyse',
  'Date de dépôt': '3/4/2025',
  'Montant demandé': '10 000,00',
  'Raison sociale': 'LES AMIS DE L’EUROPE - LENS',
  'Nature juridique': 'Association loi 1901',
  SIRET: '82811035300020',
  'Code Postal': '62300',
  Commune: 'LENS',
  'Adresse mail': 'contact@exemple.test',
  'Coût total': '40 000,00',
}

/** A listing in CSV: these lines, with everything else as a good line has it. */
export function csv(...lignes: LigneDeListing[]): string {
  const entetes = Object.keys(LIGNE) as (keyof typeof LIGNE)[]
  const cellule = (texte: string) => `"${texte.replaceAll('"', '""')}"`
  const rows = lignes.map((ligne) => entetes.map((nom) => cellule({ ...LIGNE, ...ligne }[nom])).join(';'))
  return [entetes.map(cellule).join(';'), ...rows].join('\r\n')
}

const STATUTS = ['Accordé', 'REFUSE', 'En cours d’instruction', 'Clos', 'Abandonné', 'En cours d’analyse'] as const

/** An extraction of a past year: `n` dossiers of as many structures, in the portal's words of then. */
export const extraction = (n: number, annee: number): LigneDeListing[] =>
  Array.from({ length: n }, (_, i) => ({
    Numéro: `${annee}-${String(i + 1).padStart(5, '0')}`,
    Objet: `Échange n° ${i}`,
    Statut: STATUTS[i % STATUTS.length] ?? '',
    'Date de dépôt': `${(i % 27) + 1}/4/${annee}`,
    SIRET: '',
    'Raison sociale': `CLUB ${i}`,
  }))

/** A draft: the portal gives it neither number nor day. */
export const BROUILLON: LigneDeListing = { Numéro: '', Statut: 'En cours de saisie', 'Date de dépôt': '' }
