import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Demandeur } from '#domain/acces/acteur'
import type { EtapeEcrite, ReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { plier } from '#domain/texte'
import { makeDb } from '#infra/db'
import { NotFound } from '#infra/errors'
import { diskStorage, newKey } from '#infra/storage'
import { demandeurDe } from '#infra/stores/demandeur/demandeur'
import { accueilDuDemandeur } from '#queries/extranet/accueil-demandeur'
import { demandeDeposee, demandeEnLigne } from '#queries/extranet/demande-en-ligne'
import { nouvelleDemande } from '#queries/extranet/nouvelle-demande'
import { ouvrirCampagnes } from '#support/campagnes'
import { unPdf } from '#support/documents'
import { ownDb } from '#support/own-db'
import { commencerDemande } from '#usecases/demande-en-ligne/commencer-demande'
import { donnerPiece } from '#usecases/demande-en-ligne/donner-piece'
import { enregistrerEtape } from '#usecases/demande-en-ligne/enregistrer-etape'
import { retirerPiece } from '#usecases/demande-en-ligne/retirer-piece'
import { supprimerDemande } from '#usecases/demande-en-ligne/supprimer-demande'
import { validerDemande } from '#usecases/demande-en-ligne/valider-demande'
import { importerLigne } from '#usecases/portail/importer-ligne'
import { trouverAbsents } from '#infra/stores/portail/absents'
import { relireFormulaire } from '#domain/portail/suite-ligne'

const JUIN = '2027-06-01T10:00:00Z'
/** The last second of the last day to deposit, in Paris, and the one after. */
const DERNIERE = '2027-09-30T21:59:59Z'
const APRES = '2027-09-30T22:00:00Z'

const STRUCTURE: ReponsesEnLigne = {
  voie: '12 rue de la Paix',
  codePostal: '62300',
  commune: 'Lens',
  courriel: 'comite@exemple.test',
  adresseDeReponse: 'oui',
  telephone: '03 21 00 00 00',
  representantNom: 'Pruvost',
  representantPrenom: 'Anne',
  representantFonction: 'Présidente',
  correspondantCourriel: 'anne@exemple.test',
}
const PROJET: ReponsesEnLigne = {
  reglementLu: 'oui',
  objet: 'Fresque à Herne',
  montantDemande: '10000',
  coutTotal: '25000',
  pays: 'Allemagne',
  dateDebut: '12/07/2027',
  dateFin: '19/07/2027',
}
const CERTIFIE = { faitA: 'Lens', certifie: 'oui' } as const

describe('a demande filled on line', () => {
  let own: Awaited<ReturnType<typeof ownDb>>
  let pdf: Buffer
  const storage = () => diskStorage(own.dataDir)
  const depsA = (le = JUIN) => ({ db: own.db, storage: storage(), now: () => new Date(le) })

  beforeAll(async () => {
    own = await ownDb()
    await ouvrirCampagnes(own.db, 2027, {})
    pdf = await unPdf([{ texte: 'Lettre de demande', x: 72, y: 700 }])
  })
  afterAll(() => own.drop())

  async function unMembre(structureId: string, role: RoleMembre = 'REDACTEUR', prenom = 'Anne'): Promise<Demandeur> {
    const row = await own.db.demandeur.create({
      data: {
        ...{ courriel: `${randomUUID()}@exemple.test`, prenom, nom: 'Pruvost', creeLe: new Date() },
        membreDe: { create: { structureId, role, depuisLe: new Date() } },
      },
    })
    return demandeurDe(row)
  }
  async function uneStructure(genre = 'association') {
    const nom = `Comité ${randomUUID()}`
    const { id } = await own.db.structure.create({ data: { nom, nomPlie: plier(nom), genre, commune: 'Arras' } })
    return id
  }
  async function unWorld() {
    const structureId = await uneStructure()
    const anne = await unMembre(structureId)
    const id = await commencer(anne, structureId)
    return { structureId, anne, id }
  }
  async function commencer(qui: Demandeur, structureId: string, code = 'JUM-2027') {
    const begun = await commencerDemande(depsA(), qui, { structureId, code, ficheId: null, cleEnvoi: randomUUID() })
    if (!begun.ok) throw new Error(begun.reason)
    return begun.value.id
  }
  const ecrire = (
    qui: Demandeur,
    id: string,
    etape: EtapeEcrite,
    miennes: ReponsesEnLigne,
    base: ReponsesEnLigne = {},
  ) => enregistrerEtape(depsA(), qui, { id, etape, base, miennes })
  async function remplir(qui: Demandeur, id: string) {
    const { reponses } = await demandeEnLigne(own.db, qui, { id, now: new Date(JUIN) })
    await ecrire(qui, id, 'STRUCTURE', STRUCTURE, reponses)
    await ecrire(qui, id, 'PROJET', PROJET, reponses)
  }
  async function donner(qui: Demandeur, id: string, code: string, nomFichier: string, contenu: Buffer = pdf) {
    const recue = newKey('lots')
    await storage().put(recue, contenu)
    return donnerPiece(depsA(), qui, { id, code, nomFichier, recue })
  }
  const versionDe = async (id: string) =>
    (await own.db.demandeEnLigne.findUniqueOrThrow({ where: { id }, select: { version: true } })).version
  const valider = async (qui: Demandeur, id: string, le = JUIN, version?: number) =>
    validerDemande(depsA(le), qui, { id, version: version ?? (await versionDe(id)), ...CERTIFIE })
  const dossierDe = (numero: string) =>
    own.db.dossier.findUniqueOrThrow({ where: { numero }, include: { pieces: { include: { versions: true } } } })

  test('begun twice by one sending it is one, and holds what is known of the structure and of its fiche', async () => {
    const structureId = await uneStructure()
    const anne = await unMembre(structureId)
    const campagne = await own.db.campagne.findUniqueOrThrow({ where: { code: 'JUM-2027' } })
    const fiche = await own.db.preProjet.create({
      data: {
        ...{ structureId, campagneId: campagne.id, avis: 'FAVORABLE', avisLe: new Date(JUIN), etat: 'AVIS_RENDU' },
        ...{ recuLe: new Date(JUIN), titre: 'Fresque', montantSouhaiteCents: 450_000n, pays: 'Italie', champs: {} },
        ...{ aRelire: [] },
      },
    })
    expect((await nouvelleDemande(own.db, anne, { structureId, now: new Date(JUIN) })).fiches).toEqual([
      { id: fiche.id, titre: 'Fresque', code: 'JUM-2027' },
    ])
    const input = { structureId, code: 'JUM-2027', ficheId: fiche.id, cleEnvoi: randomUUID() }
    const [une, autre] = [await commencerDemande(depsA(), anne, input), await commencerDemande(depsA(), anne, input)]
    expect(une).toEqual(autre)
    const lue = await demandeEnLigne(own.db, anne, { id: une.ok ? une.value.id : '', now: new Date(JUIN) })
    expect(lue.reponses).toMatchObject({ objet: 'Fresque', montantDemande: '4500', pays: 'Italie', commune: 'Arras' })
    expect(lue.deposeeLe).toBeNull()
    const ailleurs = await uneStructure()
    const elle = await unMembre(ailleurs)
    await expect(
      commencerDemande(depsA(), elle, { ...input, structureId: ailleurs, cleEnvoi: null }),
    ).rejects.toBeInstanceOf(NotFound)
  })

  test('not by who only reads, not for a campagne that is over, not for a genre that it does not help', async () => {
    const structureId = await uneStructure()
    const [anne, marc] = [await unMembre(structureId), await unMembre(structureId, 'LECTEUR')]
    const input = { structureId, code: 'JUM-2027', ficheId: null, cleEnvoi: null }
    expect(await commencerDemande(depsA(), marc, input)).toEqual({ ok: false, reason: 'LECTEUR_SEUL' })
    expect(await commencerDemande(depsA(APRES), anne, input)).toEqual({ ok: false, reason: 'CAMPAGNE_CLOSE' })
    const seule = await uneStructure('entreprise')
    const elle = await unMembre(seule)
    expect(await commencerDemande(depsA(), elle, { ...input, structureId: seule })).toEqual({
      ok: false,
      reason: 'GENRE_NON_ADMIS',
    })
  })

  test('nobody of another structure sees it, writes in it, gives it a file, deletes or deposits it', async () => {
    const { id } = await unWorld()
    const autre = await unMembre(await uneStructure(), 'REPRESENTANT_LEGAL')
    const actes = [
      () => demandeEnLigne(own.db, autre, { id, now: new Date(JUIN) }),
      () => ecrire(autre, id, 'PROJET', PROJET),
      () => donner(autre, id, 'LETTRE', 'Lettre.pdf'),
      () => retirerPiece(depsA(), autre, { id, pieceId: randomUUID() }),
      () => supprimerDemande(depsA(), autre, { id, version: 0 }),
      () => valider(autre, id),
      () => demandeDeposee(own.db, autre, id),
    ]
    for (const acte of actes) await expect(acte()).rejects.toBeInstanceOf(NotFound)
  })

  test('two people write in one step: neither erases the other, and what both wrote is told to the second', async () => {
    const { id, anne, structureId } = await unWorld()
    const marc = await unMembre(structureId, 'REPRESENTANT_LEGAL', 'Marc')
    await ecrire(anne, id, 'PROJET', { objet: 'Fresque', pays: 'Italie' })
    const base = { objet: 'Fresque', pays: 'Italie' }
    await ecrire(marc, id, 'PROJET', { objet: 'Fresque', pays: 'Allemagne' }, base)
    const dit = await ecrire(anne, id, 'PROJET', { objet: 'Fresque à Herne', pays: 'Chili' }, base)
    expect(dit).toMatchObject({
      ok: true,
      value: {
        reponses: { objet: 'Fresque à Herne', pays: 'Allemagne' },
        divergences: [{ champ: 'pays', mienne: 'Chili', leur: 'Allemagne', qui: 'Marc Pruvost' }],
      },
    })
    const meme = await ecrire(
      anne,
      id,
      'PROJET',
      { objet: 'Fresque à Herne', pays: 'Allemagne' },
      dit.ok ? dit.value.reponses : {},
    )
    expect(meme.ok && meme.value.version).toBe(dit.ok && dit.value.version)
  })

  test('a file is kept with what is noticed of it, replaced under its name, and taken away; the portal’s refusals are ours', async () => {
    const { id, anne } = await unWorld()
    expect(await donner(anne, id, 'LETTRE', 'Lettre signée.pdf')).toEqual({ ok: true, value: { signalements: [] } })
    expect(await donner(anne, id, 'LETTRE', 'Lettre signée.pdf')).toMatchObject({ ok: true })
    const [piece, ...reste] = await own.db.pieceEnLigne.findMany({ where: { demandeEnLigneId: id } })
    expect(reste).toEqual([])
    expect(await storage().size(piece?.cle ?? '')).toBe(pdf.length)
    const refus = async (nom: string, contenu?: Buffer, code = 'LETTRE') => {
      const donnee = await donner(anne, id, code, nom, contenu)
      return donnee.ok ? null : donnee.reason
    }
    expect(await refus(`${'a'.repeat(51)}.pdf`)).toBe('LIBELLE_TROP_LONG')
    expect(await refus('Vide.pdf', Buffer.alloc(0))).toBe('VIDE')
    expect(await refus('Virus.pdf', Buffer.from('MZ\u0090 rien'))).toBe('CONTENU_INATTENDU')
    expect(await refus('Lettre.pdf', pdf, 'INCONNUE')).toBe('PIECE_NON_DEMANDEE')
    expect(await own.db.pieceEnLigne.count({ where: { demandeEnLigneId: id } })).toBe(1)
    await retirerPiece(depsA(), anne, { id, pieceId: piece?.id ?? '' })
    await expect(storage().size(piece?.cle ?? '')).rejects.toBeInstanceOf(NotFound)
    expect(await retirerPiece(depsA(), anne, { id, pieceId: piece?.id ?? '' })).toMatchObject({ ok: true })
  })

  test('deposited, it is a dossier with its pièces, its number, two mails, its journal, and nothing of it changes any more', async () => {
    const { id, anne, structureId } = await unWorld()
    await remplir(anne, id)
    await donner(anne, id, 'LETTRE', 'Lettre signée.pdf')
    await donner(anne, id, 'RIB', 'Lettre signée.pdf')
    const deposee = await valider(anne, id)
    const numero = deposee.ok ? deposee.value.numero : ''
    expect(numero).toMatch(/^2027-6\d{4}$/)
    const dossier = await dossierDe(numero)
    expect(dossier).toMatchObject({
      ...{
        etat: 'DEPOSE',
        origine: 'EXTRANET',
        structureId,
        objet: 'Fresque à Herne',
        montantDemandeCents: 1_000_000n,
      },
      ...{ statutPortail: 'En cours d’analyse', contactCourriel: 'comite@exemple.test', cleBrouillon: null },
    })
    expect(dossier.anomalies).toMatchObject([{ colonne: 'SIRET' }])
    expect(dossier.deposeLe).toEqual(new Date('2027-06-01'))
    expect(dossier.rejetImpliciteLe).not.toBeNull()
    expect(dossier.codesManquants.length).toBeGreaterThan(0)
    expect(dossier.pieces.map(({ code }) => code).sort()).toEqual(['LETTRE', 'RIB'])
    expect(dossier.pieces.flatMap(({ versions }) => versions.map(({ sha256 }) => sha256))).toHaveLength(2)
    const courriels = await own.db.courriel.findMany({ where: { dossierId: dossier.id }, orderBy: { modele: 'asc' } })
    expect(courriels.map(({ modele, etat }) => [modele, etat])).toEqual([
      ['ar_depot', 'A_ENVOYER'],
      ['confirmation_envoi', 'A_ENVOYER'],
    ])
    expect(courriels[1]?.texte).toContain('Lettre signée.pdf')
    const journal = await own.db.entreeJournal.findMany({ where: { objetId: dossier.id, acte: 'deposer' } })
    expect(journal).toMatchObject([{ acteurType: 'DEMANDEUR', acteurId: anne.id, detail: { numero, enLigne: true } }])
    expect(await valider(anne, id)).toEqual({ ok: true, value: { numero } })
    expect(await own.db.dossier.count({ where: { structureId } })).toBe(1)
    expect(await ecrire(anne, id, 'PROJET', { objet: 'Autre' })).toEqual({ ok: false, reason: 'DEJA_DEPOSEE' })
    expect(await donner(anne, id, 'LETTRE', 'Autre.pdf')).toEqual({ ok: false, reason: 'DEJA_DEPOSEE' })
    expect(await supprimerDemande(depsA(), anne, { id, version: await versionDe(id) })).toEqual({
      ok: false,
      reason: 'DEJA_DEPOSEE',
    })
    const chez = await accueilDuDemandeur(own.db, { demandeurId: anne.id, voulue: null, now: new Date(JUIN) })
    expect(chez.ici?.demandes).toMatchObject([{ numero, statutPortail: 'En cours d’analyse' }])
    expect(chez.ici?.commencees).toEqual([])
    expect(await demandeDeposee(own.db, anne, id)).toMatchObject({ numero, deposeePar: 'Anne Pruvost' })
  })

  test('not after the last second, not incomplete, not by a reader, not on another summary than the one certified', async () => {
    const { id, anne, structureId } = await unWorld()
    expect(await valider(anne, id)).toMatchObject({ ok: false, reason: 'INCOMPLETE' })
    await remplir(anne, id)
    expect(await valider(anne, id, JUIN, (await versionDe(id)) - 1)).toEqual({ ok: false, reason: 'CHANGEE' })
    expect(await valider(anne, id, APRES)).toEqual({ ok: false, reason: 'CAMPAGNE_CLOSE' })
    const marc = await unMembre(structureId, 'LECTEUR', 'Marc')
    expect(await valider(marc, id)).toEqual({ ok: false, reason: 'LECTEUR_SEUL' })
    expect(await own.db.dossier.count({ where: { structureId } })).toBe(0)
    expect(await own.db.reponsesDEtape.count({ where: { demandeEnLigneId: id, etape: 'CERTIFICATION' } })).toBe(0)
    expect(await valider(anne, id, DERNIERE)).toMatchObject({ ok: true })
  })

  test('pressed by two people, in two browsers, at once: one deposit; and many at once have numbers without a gap', async () => {
    const mondes = []
    for (let i = 0; i < 8; i += 1) {
      const un = await unWorld()
      await remplir(un.anne, un.id)
      mondes.push({ ...un, version: await versionDe(un.id) })
    }
    const db = makeDb(own.url, 16)
    const deps = { db, storage: storage(), now: () => new Date(JUIN) }
    const doubles = mondes.flatMap((un) => [un, un])
    const faites = await Promise.all(
      doubles.map(({ anne, id, version }) => validerDemande(deps, anne, { id, version, ...CERTIFIE })),
    )
    await db.$disconnect()
    expect(faites.every(({ ok }) => ok)).toBe(true)
    const numeros = [...new Set(faites.map((une) => (une.ok ? une.value.numero : '')))].sort()
    expect(numeros).toHaveLength(8)
    const rangs = numeros.map((numero) => Number(numero.slice(5)))
    expect(rangs).toEqual(rangs.map((_, i) => (rangs[0] ?? 0) + i))
    for (const { structureId } of mondes) expect(await own.db.dossier.count({ where: { structureId } })).toBe(1)
  })

  test('an import neither overwrites it nor says that it is gone', async () => {
    const { id, anne } = await unWorld()
    await remplir(anne, id)
    const deposee = await valider(anne, id)
    const numero = deposee.ok ? deposee.value.numero : ''
    const avant = await dossierDe(numero)
    const campagne = await own.db.campagne.findUniqueOrThrow({ where: { code: 'JUM-2027' } })
    const agent = await own.db.agent.create({
      data: { courriel: `${randomUUID()}@exemple.test`, prenom: 'Inès', nom: 'Essai', role: 'INSTRUCTEUR' },
    })
    const lot = await own.db.lot.create({ data: { type: 'DEMANDES', fichiers: [], deposeParId: agent.id } })
    const demandeLue = relireFormulaire({ ...(avant.donnees as Record<string, string>), objet: 'Kermesse' })
    if (!demandeLue) throw new Error('unread')
    await importerLigne(depsA(), { ...{ lotId: lot.id, rang: 1, demandeLue, campagne, campagnes: [], accuser: true } })
    const [ligne] = await own.db.lotLigne.findMany({ where: { lotId: lot.id } })
    expect(ligne?.motif).toContain('déposé sur l’extranet')
    expect((await dossierDe(numero)).objet).toBe('Fresque à Herne')
    const cible = { numeros: [], cles: [], campagneIds: [campagne.id] }
    expect((await trouverAbsents(own.db, cible, new Date())).absents.map((un) => un.numero)).not.toContain(numero)
  })

  test('deleted before it is deposited, its answers and its files are gone, unless somebody wrote since', async () => {
    const { id, anne } = await unWorld()
    await donner(anne, id, 'LETTRE', 'Lettre signée.pdf')
    const { cle } = await own.db.pieceEnLigne.findFirstOrThrow({ where: { demandeEnLigneId: id } })
    const version = await versionDe(id)
    expect(await supprimerDemande(depsA(), anne, { id, version: version - 1 })).toEqual({
      ok: false,
      reason: 'CHANGEE',
    })
    expect(await supprimerDemande(depsA(), anne, { id, version })).toMatchObject({ ok: true })
    expect(await own.db.demandeEnLigne.count({ where: { id } })).toBe(0)
    await expect(storage().size(cle)).rejects.toBeInstanceOf(NotFound)
  })
})
