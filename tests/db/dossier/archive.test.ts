import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { fromBuffer } from 'yauzl-promise'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DepsFichiers } from '#infra/deps'
import { diskStorage } from '#infra/storage'
import { archiveDossier } from '#queries/dossier/archive-dossier'
import { resumeDossier } from '#queries/dossier/resume-dossier'
import { ownDb } from '#support/own-db'
import { NOW, unAgent, unDossier } from './faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = (): DepsFichiers => ({ db: own.db, now: () => NOW, storage: diskStorage(own.dataDir) })

/** A bilan sent twice, its first file replaced, and a third version that is being written. */
async function unBilanGarni(dossierId: string) {
  const { id: priseParId } = await unAgent(own.db, 'RESPONSABLE')
  const { id: decisionId } = await own.db.decision.create({
    data: {
      ...{ dossierId, nature: 'ACCORDE', montantCents: 450_000n, vote: 'NON_RENSEIGNE', avecCourriel: true },
      ...{ priseParId, priseLe: NOW, etatAvant: 'EN_INSTRUCTION' },
    },
  })
  const { id: bilanId } = await own.db.bilanDeProjet.create({ data: { dossierId, decisionId, duLe: NOW } })
  for (const [rang, nomFichier] of [
    [1, 'comptes.pdf'],
    [2, 'comptes justes.pdf'],
    [3, 'comptes en cours.pdf'],
  ] as const) {
    const cle = `bilans/${randomUUID()}`
    await deps().storage.put(cle, Buffer.from(`octets de ${nomFichier}`))
    const fichier = {
      ...{ code: 'COMPTE_RENDU_FINANCIER', nomFichier, libelle: nomFichier, cleDepot: nomFichier, cle, taille: 20 },
      ...{ typeMime: 'application/pdf', sha256: String(rang).repeat(64), recueLe: NOW, recuePar: 'Inès Delcroix' },
    }
    const dit = { renduLe: NOW, renduPar: 'Inès Delcroix', debut: NOW, fin: NOW, participants: 12 }
    const ecrit = {
      ...{ bilanId, rang, changeLe: NOW, changePar: 'Inès Delcroix' },
      ...(rang < 3 && { ...dit, depenseCents: 1_000_000n, subventionCents: 450_000n }),
    }
    await own.db.bilanRendu.create({ data: { ...ecrit, fichiers: { create: fichier } } })
  }
}

/** A dossier with its RIB infected, its statuts twice, a mail received, one written, and a line of journal. */
async function unDossierGarni() {
  const { db } = own
  const { storage } = deps()
  const dossier = await unDossier(db)
  const versions = await db.pieceVersion.findMany({
    where: { piece: { dossierId: dossier.id } },
    include: { piece: true },
  })
  for (const { cle, nomFichier } of versions) await storage.put(cle, Buffer.from(`octets de ${nomFichier}`))
  for (const [rang, code] of ['RIB', 'STATUTS'].entries())
    await db.piece.updateMany({ where: { dossierId: dossier.id, code }, data: { rang } })
  const statuts = versions.find(({ piece }) => piece.code === 'STATUTS')
  const rib = versions.find(({ piece }) => piece.code === 'RIB')
  if (!statuts || !rib) throw new Error('no pièce')
  await db.pieceVersion.update({ where: { id: rib.id }, data: { analyse: 'INFECTE' } })
  const cle = `pieces/${randomUUID()}`
  await storage.put(cle, Buffer.from('octets des statuts signés'))
  const { id: _, piece: __, signalements, budget: ___, ...ancienne } = statuts
  await db.pieceVersion.create({
    data: {
      ...ancienne,
      signalements: signalements ?? [],
      cle,
      numero: 2,
      sha256: randomUUID(),
      nomFichier: 'signés.pdf',
    },
  })
  const original = `courriels/${randomUUID()}.eml`
  await storage.put(original, Buffer.from('Subject: RIB\r\n\r\nVoici le RIB.'))
  await db.courrielRecu.create({
    data: {
      messageId: randomUUID(),
      empreinte: randomUUID(),
      cle: original,
      nomFichier: 'message.eml',
      taille: 30,
      de: 'ines@exemple.test',
      sujet: 'Notre RIB / nouveau',
      recuLe: new Date('2025-05-12T07:05:00Z'),
      nature: 'AUTRE',
      motifNature: 'essai',
      dossierId: dossier.id,
    },
  })
  await db.courriel.create({
    data: {
      cleUnique: randomUUID(),
      modele: 'message_libre',
      destinataire: 'ines@exemple.test',
      destinataireNom: 'Inès Delcroix',
      sujet: 'Votre RIB',
      texte: 'Bonjour,\nil manque le RIB.',
      html: '',
      dossierId: dossier.id,
      etat: 'ENVOYE',
      envoyeLe: new Date('2025-05-11T07:05:00Z'),
      acteurType: 'SYSTEME',
      acteur: 'Le logiciel',
    },
  })
  return dossier
}

test('everything that is kept of a dossier is in one zip, under names that read as the dossier does; an infected file is only named', async () => {
  const lecteur = await unAgent(own.db, 'LECTEUR')
  const dossier = await unDossierGarni()
  await unBilanGarni(dossier.id)
  const zip = await fromBuffer(await buffer(archiveDossier(deps(), lecteur, dossier.id)))
  const entrees = await zip.readEntries()
  expect(entrees.map(({ filename }) => filename)).toEqual([
    'Résumé du dossier.pdf',
    'Pièces/02 - Statuts - signés.pdf',
    'Pièces/Versions remplacées/02 - Statuts - version 1 - STATUTS.pdf',
    'Bilan/Compte rendu financier - comptes justes.pdf',
    'Bilan/Versions remplacées/Version 1/Compte rendu financier - comptes.pdf',
    'Courriels/2025-05-12 09h05 - reçu - Notre RIB - nouveau.eml',
    'Courriels/2025-05-11 09h05 - remis au relais - Votre RIB.txt',
    'Journal.csv',
    'À lire.txt',
  ])
  const lire = async (nom: string) => {
    const entree = entrees.find(({ filename }) => filename.endsWith(nom))
    if (!entree) throw new Error(nom)
    return buffer(await entree.openReadStream())
  }
  expect((await lire('signés.pdf')).toString()).toBe('octets des statuts signés')
  expect((await lire('version 1 - STATUTS.pdf')).toString()).toBe('octets de STATUTS.pdf')
  expect((await lire('comptes justes.pdf')).toString()).toBe('octets de comptes justes.pdf')
  expect((await lire('nouveau.eml')).toString()).toContain('Voici le RIB.')
  expect((await lire('Votre RIB.txt')).toString()).toMatch(
    /À\u00a0: Inès Delcroix <ines@exemple\.test>[\s\S]*il manque le RIB\./,
  )
  expect((await lire('À lire.txt')).toString()).toContain('Pièces/01 - RIB - RIB.pdf')
  expect((await lire('Journal.csv')).toString()).toContain('Date')
  const pdf = await getDocumentProxy(new Uint8Array(await lire('dossier.pdf')))
  expect(pdf.numPages).toBeGreaterThan(0)
})

test('the résumé says what is asked, the pièces and their verdicts, the decision and the journal', async () => {
  const agent = await unAgent(own.db)
  const dossier = await unDossierGarni()
  await own.db.piece.updateMany({
    where: { dossierId: dossier.id, code: 'STATUTS' },
    data: { controle: 'NON_CONFORME', motif: 'NON_SIGNEE', precision: 'page 2' },
  })
  const { id: champ } = await own.db.champDuService.create({
    data: { campagneId: dossier.campagneId, libelle: 'Coût revu', type: 'MONTANT', rang: 0, creeLe: NOW },
    select: { id: true },
  })
  await own.db.dossier.update({ where: { id: dossier.id }, data: { champsService: { [champ]: '125050' } } })
  const resume = await resumeDossier(deps(), agent, dossier.id)
  if (!resume.ok) throw new Error(resume.detail)
  const pdf = await getDocumentProxy(resume.value)
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, i) => (await (await pdf.getPage(i + 1)).getTextContent()).items),
  )
  const mots = pages
    .flat()
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ')
  for (const dit of [
    dossier.numero ?? '',
    'Amis de l’Europe (Association)',
    '4 500 €',
    'Non conforme Non signée page 2',
    'Aucune décision n’est prise.',
    'Champs du service Coût revu 1 250,50 €',
    'De ines@exemple.test Notre RIB / nouveau',
    'À Inès Delcroix Votre RIB',
  ])
    expect(mots).toContain(dit)
})
