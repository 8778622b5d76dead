import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { OCTETS_DE_LETTRE } from '#domain/dossier/lettre-signee'
import { makeAntivirus } from '#infra/antivirus'
import { Conflict } from '#infra/errors'
import { diskStorage, newKey } from '#infra/storage'
import { archiveDossier } from '#queries/dossier/archive-dossier'
import { decisionDossier } from '#queries/dossier/decision-dossier'
import { donnerLettre, lettreDossier } from '#queries/dossier/lettre-dossier'
import { fichiersInfectes } from '#queries/piece/fichiers-infectes'
import { EICAR, startClamd } from '#support/clamd'
import { unPdf } from '#support/documents'
import { ownDb } from '#support/own-db'
import { libererParUneAutre, VOTE } from '#support/vote'
import { analyserLettreSignee, reprendreAnalysesDeLettres } from '#usecases/antivirus/analyser-lettre-signee'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { deposerLettreSignee, retirerLettreSignee } from '#usecases/dossier/deposer-lettre-signee'
import { rouvrirDecision } from '#usecases/dossier/rouvrir-decision'
import { buffer } from 'node:stream/consumers'
import { NOW, SIGNATAIRE, unAgent, unDossier, uneCampagne } from './faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
beforeEach(() => {
  delete process.env['CLAMD_URL']
})
afterAll(() => own.drop())

const storage = () => diskStorage(own.dataDir)
const deps = () => ({ db: own.db, now: () => NOW, storage: storage() })
const sha256 = (octets: Uint8Array) => createHash('sha256').update(octets).digest('hex')
const unePage = (texte: string) => unPdf([{ texte, x: 72, y: 700 }])
const versionDe = async (id: string) => (await own.db.dossier.findUniqueOrThrow({ where: { id } })).version

/** A grant whose letter somebody is named to sign. */
async function unAccord() {
  const chef = await unAgent(own.db, 'RESPONSABLE', 'Paul')
  const { id: campagneId } = await uneCampagne(own.db, { reglages: { signataire: SIGNATAIRE } })
  const { id, version } = await unDossier(own.db, { etat: 'EN_INSTRUCTION', campagneId })
  const accord = await accorderDossier(deps(), chef, { vote: VOTE, dossierId: id, version, montantCents: 450_000n })
  expect(accord.ok).toBe(true)
  return { chef, id }
}

/** Deposits these bytes as they come from a form; what was received is gone after. */
async function deposer(
  agent: Parameters<typeof deposerLettreSignee>[1],
  id: string,
  contenu: Uint8Array,
  version?: number,
) {
  const recue = newKey('lots')
  await storage().put(recue, contenu)
  try {
    return await deposerLettreSignee(deps(), agent, {
      ...{ dossierId: id, version: version ?? (await versionDe(id)) },
      ...{ nomFichier: 'signée.pdf', recue },
    })
  } finally {
    await expect(storage().size(recue)).rejects.toThrow()
  }
}

/** How many files of letters the storage holds. */
const lettresGardees = async () => {
  const gardees = await own.db.lettreSignee.findMany({ select: { cle: true } })
  const { fichiers } = await storage().sweep('lettres', {
    ...{ avant: new Date(Date.now() + 86_400_000), quoi: 'ENTIERS' },
    tenus: (cles: readonly string[]) =>
      Promise.resolve(new Set(cles.filter((cle) => gardees.some((une) => une.cle === cle)))),
  })
  return { gardees: gardees.length, perdues: fichiers }
}

test('the signed letter takes the place of the drawn one, with both fingerprints, and is in the archive', async () => {
  const { chef, id } = await unAccord()
  const dessinee = await lettreDossier(deps(), chef, { dossierId: id })
  if (!dessinee.ok) throw new Error(dessinee.detail)
  const signee = await unePage('Signé')
  expect(await deposer(chef, id, signee)).toMatchObject({ ok: true, value: { remplacee: null } })

  expect(await lettreDossier(deps(), chef, { dossierId: id })).toEqual({ ok: true, value: Buffer.from(signee) })
  expect(await lettreDossier(deps(), chef, { dossierId: id, dessinee: true })).toEqual(dessinee)
  expect((await decisionDossier(own.db, id, NOW)).lettreSignee?.signee).toMatchObject({
    ...{ nomFichier: 'signée.pdf', sha256: sha256(signee), sha256Dessinee: sha256(dessinee.value) },
    ...{ par: 'Paul Essai', ouverture: 'LIBRE_NON_ANALYSE' },
  })
  const archive = await buffer(archiveDossier(deps(), chef, id))
  expect(archive.includes('Lettre de décision signée.pdf')).toBe(true)
})

test('another replaces it, the same to the byte does not; withdrawn, the drawn one is given again', async () => {
  const { chef, id } = await unAccord()
  const dessinee = await lettreDossier(deps(), chef, { dossierId: id })
  const signee = await unePage('Signé')
  expect((await deposer(chef, id, signee)).ok).toBe(true)
  expect(await deposer(chef, id, signee)).toMatchObject({ ok: false, reason: 'DEJA_DEPOSEE' })
  const autre = await unePage('Signé de nouveau')
  expect((await deposer(chef, id, autre)).ok).toBe(true)
  expect(await donnerLettre(deps(), id)).toEqual({ ok: true, value: Buffer.from(autre) })
  expect(await retirerLettreSignee(deps(), chef, { dossierId: id, version: await versionDe(id) })).toMatchObject({
    ok: true,
  })
  expect(await donnerLettre(deps(), id)).toEqual(dessinee)
  expect(await retirerLettreSignee(deps(), chef, { dossierId: id, version: await versionDe(id) })).toMatchObject({
    reason: 'AUCUNE_SIGNEE',
  })
  const actes = await own.db.entreeJournal.findMany({
    where: { objetId: id, acte: { endsWith: 'LettreSignee' } },
    orderBy: { id: 'asc' },
  })
  expect(actes.map(({ acte }) => acte)).toEqual(['deposerLettreSignee', 'deposerLettreSignee', 'retirerLettreSignee'])
  expect(await lettresGardees()).toMatchObject({ perdues: 0 })
})

test('what is no open PDF is refused by its bytes, whatever its name, and nothing of it is kept', async () => {
  const { chef, id } = await unAccord()
  const chiffre = Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<0101010101010101010101010101010101010101010101010101010101010101>/U<0202020202020202020202020202020202020202020202020202020202020202>>>endobj\ntrailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\n%%EOF',
  )
  for (const [contenu, reason] of [
    [Buffer.alloc(0), 'VIDE'],
    [Buffer.alloc(OCTETS_DE_LETTRE + 1, '%PDF-'), 'TROP_LOURDE'],
    [Buffer.from('PK une lettre'), 'PAS_UN_PDF'],
    [Buffer.from('%PDF-1.7 et rien'), 'ILLISIBLE'],
    [chiffre, 'PROTEGE'],
  ] as const)
    expect(await deposer(chef, id, contenu)).toMatchObject({ ok: false, reason })
  expect(await own.db.lettreSignee.count({ where: { dossierId: id } })).toBe(0)
  expect(await lettresGardees()).toMatchObject({ perdues: 0 })
})

test('a reader may not, an old page is told, nothing is deposited without a decision; two at once leave one that stands', async () => {
  const { chef, id } = await unAccord()
  const [une, deux] = [await unePage('Une'), await unePage('Deux')]
  await expect(deposer(await unAgent(own.db, 'LECTEUR'), id, une)).rejects.toThrow(Forbidden)
  await expect(deposer(chef, id, une, 0)).rejects.toThrow(Conflict)
  const { id: sans } = await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
  expect(await deposer(chef, sans, une)).toMatchObject({ reason: 'PAS_DE_DECISION' })
  const version = await versionDe(id)
  const faits = await Promise.allSettled([deposer(chef, id, une, version), deposer(chef, id, deux, version)])
  expect(faits.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await own.db.lettreSignee.count({ where: { dossierId: id, retireeLe: null } })).toBe(1)
  expect(await lettresGardees()).toMatchObject({ perdues: 0 })
})

test('the signed letter of a decision that was reopened is given no more, nor for the next decision', async () => {
  const { chef, id } = await unAccord()
  const signee = await unePage('Signé')
  expect((await deposer(chef, id, signee)).ok).toBe(true)
  await libererParUneAutre(deps(), id)
  await own.db.courriel.updateMany({ where: { dossierId: id }, data: { etat: 'ENVOYE', envoyeLe: NOW } })
  const voulu = { dossierId: id, motif: 'Montant voté différent du montant saisi.', avertissementLu: true }
  expect((await rouvrirDecision(deps(), chef, { ...voulu, version: await versionDe(id) })).ok).toBe(true)
  expect(await donnerLettre(deps(), id)).toMatchObject({ reason: 'PAS_DE_DECISION' })
  expect(await own.db.lettreSignee.findFirst({ where: { dossierId: id } })).toMatchObject({ decisionId: null })
  const deliberation = { reference: '2025-205', le: '2025-05-13', executoireLe: '2025-05-13' } as const
  const suite = { vote: { ...VOTE, deliberation }, dossierId: id, version: await versionDe(id), montantCents: 450_000n }
  expect((await accorderDossier(deps(), chef, suite)).ok).toBe(true)
  expect(await donnerLettre(deps(), id)).not.toEqual({ ok: true, value: Buffer.from(signee) })
  expect((await decisionDossier(own.db, id, NOW)).lettreSignee).toEqual({ signee: null })
})

test('until the antivirus lets it, and once it found something, the drawn letter is given', async () => {
  const clamd = await startClamd()
  try {
    const { chef, id } = await unAccord()
    process.env['CLAMD_URL'] = clamd.url
    const antivirus = makeAntivirus(clamd.url)
    const dessinee = await donnerLettre(deps(), id)
    const signee = await unePage('Signé')
    expect((await deposer(chef, id, signee)).ok).toBe(true)
    const { id: lettreSigneeId, cle } = await own.db.lettreSignee.findFirstOrThrow({ where: { dossierId: id } })
    const promises = { where: { name: 'lettre-signee.analyser', payload: { equals: { lettreSigneeId } } } }
    expect(await own.db.outboxJob.count(promises)).toBe(1)
    expect(await donnerLettre(deps(), id)).toEqual(dessinee)
    await own.db.outboxJob.deleteMany(promises)
    expect(await reprendreAnalysesDeLettres({ ...deps(), antivirus })).toBeGreaterThan(0)
    expect(await own.db.outboxJob.count(promises)).toBe(1)

    await analyserLettreSignee({ ...deps(), antivirus }, lettreSigneeId)
    await analyserLettreSignee({ ...deps(), antivirus }, lettreSigneeId)
    expect(await donnerLettre(deps(), id)).toEqual({ ok: true, value: Buffer.from(signee) })

    await storage().put(cle, EICAR)
    await own.db.lettreSignee.update({ where: { id: lettreSigneeId }, data: { analyse: 'NON_ANALYSE' } })
    await analyserLettreSignee({ ...deps(), antivirus }, lettreSigneeId)
    expect(await donnerLettre(deps(), id)).toEqual(dessinee)
    expect(await own.db.entreeJournal.count({ where: { objetId: id, acte: 'verrouillerFichierInfecte' } })).toBe(1)
    const { numero } = await own.db.dossier.findUniqueOrThrow({ where: { id } })
    const vers = `/dossiers/${numero}/decision`
    const infectee = { nom: 'signée.pdf', origine: `lettre signée du dossier ${numero}`, vers }
    expect(await fichiersInfectes(own.db)).toEqual({ nombre: 1, fichiers: [infectee] })
    await retirerLettreSignee(deps(), chef, { dossierId: id, version: await versionDe(id) })
    expect(await fichiersInfectes(own.db)).toEqual({ nombre: 0, fichiers: [] })
  } finally {
    await clamd.stop()
  }
})
