import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmer, lireChamps } from '#domain/pre-projet/champs'
import type { DepsFichiers } from '#infra/deps'
import type { BilanCourriels, Message } from '#infra/stores/portail/resume-import'
import { unCourriel } from '#support/courriels'
import { csv, fixture, importer, receptionDeps, listing, message, NOW } from '#support/reception'
import { ownDb } from '#support/own-db'

type Fiche = Record<string, string | number | boolean> & { kind: string }

let own: Awaited<ReturnType<typeof ownDb>>
let deps: DepsFichiers
let attendus: Record<string, Fiche>
let messages: Map<string, Message>

const lire = async (...noms: string[]) => {
  const mails = await Promise.all(noms.map(async (nom) => message(await fixture(`courriels/${nom}.eml`), `${nom}.eml`)))
  return (await importer<BilanCourriels>(deps, mails)).messages
}

beforeAll(async () => {
  own = await ownDb()
  deps = receptionDeps(own.db, own.dataDir, () => NEXT_YEAR)
  attendus = JSON.parse((await fixture('verite/courriels.json')).toString('utf8')) as Record<string, Fiche>
  await importer(deps, [listing(csv({ Numéro: '2025-01012' }))])
  const lus = await lire(...Object.keys(attendus))
  messages = new Map(lus.map((lu) => [lu.fichier.replace('.eml', ''), lu]))
}, 120_000)
afterAll(() => own.drop())

/** The samples are read long after they were sent, as an archive is. */
const NEXT_YEAR = new Date('2026-02-10T09:00:00.000Z')

const RESULTATS: Record<string, string> = {
  fiche: 'FICHE',
  duplicate: 'DOUBLON',
  newVersion: 'NOUVELLE_VERSION',
  other: 'AUTRE',
  unlockRequest: 'DEMANDE_DEVERROUILLAGE',
}

test('each mail of the samples is what it is, and each fiche says what it says', () => {
  for (const [nom, fiche] of Object.entries(attendus)) {
    const lu = messages.get(nom)
    expect([nom, lu?.resultat]).toEqual([nom, RESULTATS[fiche.kind]])
    if (fiche.readableBy === undefined || fiche.needsHuman) continue
    const champs = {
      structure: fiche.structure,
      siret: fiche.siret,
      titre: fiche.titre,
      pays: fiche.pays,
      ville: fiche.ville,
      nbJeunes: fiche.jeunes,
      coutTotal: fiche.coutTotal,
      montantSouhaite: fiche.subventionSouhaitee,
      dateDebut: fiche.dateDebut,
      dateFin: fiche.dateFin,
    }
    if (fiche.readableBy === 'form.pdf') continue
    expect([nom, lu?.champs]).toEqual([nom, champs])
    if (fiche.late !== undefined) expect([nom, lu?.horsDelai]).toEqual([nom, fiche.late])
  }
})

test('a fiche is of the campagne of its year and of its own project, even when its mail bears no date', async () => {
  const campagneDe = async (nom: string) =>
    (
      await own.db.preProjet.findUniqueOrThrow({
        where: { id: messages.get(nom)?.preProjet },
        include: { campagne: true },
      })
    ).campagne?.code
  expect(await campagneDe('01-docx')).toBe('MEI-2025')
  expect(await campagneDe('06-docx')).toBe('JUM-2025')
})

test('a scan is a fiche to be typed by an officer: nothing is guessed', () => {
  const scan = messages.get('07-scan-pdf')
  expect(scan).toMatchObject({ resultat: 'FICHE', champs: { siret: null, montantSouhaite: null } })
  expect(scan?.aRelire).toContain('siret')
})

test('a doublon and a new version lead to the fiche they are of', () => {
  const { preProjet } = messages.get('01-docx') ?? {}
  expect(messages.get('13-doublon-meme-message-id')?.preProjet).toBe(preProjet)
  expect(messages.get('14-nouvelle-version')?.preProjet).toBe(preProjet)
})

test('a mail is kept whole with its files, which can be had again', async () => {
  const recu = await own.db.courrielRecu.findFirstOrThrow({
    where: { nomFichier: '01-docx.eml' },
    include: { pieces: true },
  })
  expect(await deps.storage.readAll(recu.cle)).toEqual(await fixture('courriels/01-docx.eml'))
  expect(recu.pieces.length).toBeGreaterThan(0)
  for (const { cle, taille } of recu.pieces) expect(await deps.storage.size(cle)).toBe(taille)
})

test('a request to reopen waits on its dossier', async () => {
  const demandes = await own.db.demandeDeverrouillage.findMany({ include: { dossier: true } })
  expect(demandes).toMatchObject([{ etat: 'EN_ATTENTE', dossier: { numero: '2025-01012' } }])
  expect(messages.get('18-demande-modification')?.dossier).toBe('2025-01012')
})

test('delivered again, every mail is a doublon and nothing is written', async () => {
  const avant = [await own.db.courrielRecu.count(), await own.db.preProjet.count()]
  const lus = await lire(...Object.keys(attendus))
  expect(new Set(lus.map(({ resultat }) => resultat))).toEqual(new Set(['DOUBLON']))
  expect([await own.db.courrielRecu.count(), await own.db.preProjet.count()]).toEqual(avant)
}, 60_000)

const ficheEnTexte = (champs: Record<string, string>) =>
  Object.entries(champs)
    .map(([libelle, valeur]) => `${libelle} : ${valeur}`)
    .join('\r\n')

const FICHE = {
  'Nom de la structure': 'CLUB DES VOYAGES DE LENS',
  SIRET: '828 110 353 00020',
  'Intitulé du projet': 'Chantier à Herne',
  Pays: 'Allemagne',
  Ville: 'Herne',
  'Nombre de jeunes': '20',
  'Date de début': '01/07/2025',
  'Date de fin': '10/07/2025',
  'Coût total': '10 000 €',
  'Subvention souhaitée': '3 000 €',
}

const recevoir = async (id: string, champs: Record<string, string>, entetes: Record<string, string> = {}) => {
  const mail = unCourriel({
    entetes: { 'Message-ID': `<${id}@exemple.test>`, ...entetes },
    texte: ficheEnTexte(champs),
  })
  const [lu] = (await importer<BilanCourriels>(deps, [message(mail, `${id}.eml`)])).messages
  return lu
}

test('a new version follows, except where an officer confirmed: there it is to be looked at again', async () => {
  const premiere = await recevoir('v1', { ...FICHE, 'Intitulé du projet': 'Séjour à confirmer' })
  const id = premiere?.preProjet ?? ''
  const avant = await own.db.preProjet.findUniqueOrThrow({ where: { id } })
  const champs = confirmer(lireChamps(avant.champs), { champ: 'nbJeunes', valeur: '20', par: 'un agent', le: NOW })
  await own.db.preProjet.update({
    where: { id },
    data: { champs: champs, etat: 'A_RETRAVAILLER' },
  })

  const seconde = await recevoir(
    'v2',
    {
      ...FICHE,
      'Intitulé du projet': 'Séjour à confirmer',
      'Nombre de jeunes': '35',
      'Subvention souhaitée': '4 000 €',
    },
    { 'In-Reply-To': '<v1@exemple.test>' },
  )
  expect(seconde).toMatchObject({ resultat: 'NOUVELLE_VERSION', preProjet: id })
  const apres = await own.db.preProjet.findUniqueOrThrow({ where: { id } })
  expect(apres).toMatchObject({
    etat: 'A_TRAITER',
    nbJeunes: 20,
    montantSouhaiteCents: 400_000n,
    version: avant.version + 1,
  })
  expect(apres.aRelire).toContain('nbJeunes')
  expect(lireChamps(apres.champs).nbJeunes).toMatchObject({ valeur: '20', valeurLue: '35' })
})

test('a broken mail is kept as ILLISIBLE, once', async () => {
  const casse = Buffer.from('From: a@exemple.test\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\nrien ici')
  for (let i = 0; i < 2; i += 1) {
    const { messages: lus } = await importer<BilanCourriels>(deps, [
      message(casse, 'casse.eml'),
      message('', 'vide.eml'),
    ])
    expect(lus.map(({ resultat }) => resultat)).toEqual(['ILLISIBLE', 'ILLISIBLE'])
  }
  expect(await own.db.courrielRecu.count({ where: { nature: 'ILLISIBLE' } })).toBe(2)
})
