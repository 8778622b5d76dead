import { describe, expect, test } from 'vitest'
import type { Demandeur } from '#domain/acces/acteur'
import type { Agent } from '#domain/acces/droits'
import type { Section } from '#domain/dossier/deverrouillage'
import { lireFichiers } from '#domain/portail/modification'
import { unPdf } from '#support/documents'
import { enregistrerEtape } from '#usecases/demande-en-ligne/enregistrer-etape'
import { donnerPiece } from '#usecases/demande-en-ligne/donner-piece'
import { redeposerDemande } from '#usecases/demande-en-ligne/redeposer-demande'
import { retirerPiece } from '#usecases/demande-en-ligne/retirer-piece'
import { supprimerDemande } from '#usecases/demande-en-ligne/supprimer-demande'
import { accepterModification, ecarterModification } from '#usecases/deverrouillage/accepter-modification'
import { demanderModification } from '#usecases/deverrouillage/demander-modification'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import { refermerDeverrouillages } from '#usecases/deverrouillage/refermer-deverrouillages'
import { NotFound } from '#infra/errors'
import { newKey } from '#infra/storage'
import { demandeDuMembre } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { signalementsDeDemande } from '#infra/stores/demande-en-ligne/verification'
import { verificationDeDemande } from '#queries/extranet/verification'
import { suiviDuDemandeur } from '#queries/extranet/dossier-suivi'
import { demandeEnCours } from '#queries/extranet/demande-en-ligne'
import { CERTIFIE, PROJET } from '#support/demande-en-ligne/reponses'
import { unAgent } from '../dossier/faits'
import { unMondeEnLigne } from './monde'

const OUVERT = '2027-06-02T08:00:00Z'
/** The opening can be taken back until five minutes after. */
const TROP_TOT = '2027-06-02T08:04:59Z'
const PENDANT = '2027-06-03T08:00:00Z'
const APRES = '2027-06-20T08:00:00Z'

describe('a demande deposited on line, opened again', () => {
  const monde = unMondeEnLigne()

  async function unDepot(rib?: Buffer) {
    const { id, anne, structureId } = await monde.unDebut()
    await monde.remplir(anne, id)
    await monde.donner(anne, { id, code: 'LETTRE', nomFichier: 'Lettre.pdf' })
    await monde.donner(anne, { id, code: 'RIB', nomFichier: 'Releve.pdf', ...(rib && { contenu: rib }) })
    const deposee = await monde.valider(anne, id)
    const dossier = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
    return { id, anne, structureId, dossierId: dossier.id, agent: await unAgent(monde.db) }
  }
  const versionDuDossier = async (dossierId: string) =>
    (await monde.db.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { version: true } })).version
  const ouvrir = async (agent: Agent, dossierId: string, sections: Section[], pieces: string[] = []) =>
    deverrouillerDossier(monde.depsA(OUVERT), agent, {
      ...{ dossierId, version: await versionDuDossier(dossierId), sections, champs: [], pieces },
      ...{ motif: 'Le budget est à corriger.', echeance: '2027-06-12' },
    })
  const ecrire = (qui: Demandeur, id: string, change: object, le = PENDANT) =>
    enregistrerEtape(monde.depsA(le), qui, {
      id,
      etape: 'PROJET',
      base: PROJET,
      repris: [],
      miennes: { ...PROJET, ...change },
    })
  const donner = async (qui: Demandeur, id: string, code: string, nomFichier = 'Releve.pdf') => {
    const recue = newKey('lots')
    await monde.storage().put(recue, await unPdf([{ texte: `${code} ${nomFichier} nouveau`, x: 72, y: 700 }]))
    return donnerPiece(monde.depsA(PENDANT), qui, { id, code, nomFichier, recue, televersement: null })
  }
  const redeposer = async (qui: Demandeur, id: string, { le = PENDANT, version = -1 } = {}) =>
    redeposerDemande(monde.depsA(le), qui, {
      ...{ id, version: version < 0 ? await monde.versionDe(id) : version, arriveeLe: new Date(le), ...CERTIFIE },
    })
  const modificationDe = (dossierId: string) =>
    monde.db.modification.findFirst({ where: { dossierId }, orderBy: { creeLe: 'desc' } })

  test('that another structure gave the same file is for officers: its dossier is named to no demandeur', async () => {
    const rib = await unPdf([{ texte: 'RIB d’une autre structure', x: 72, y: 700 }])
    const autre = await unDepot(rib)
    const { numero } = await monde.db.dossier.findUniqueOrThrow({ where: { id: autre.dossierId } })
    const { id, anne, dossierId, agent } = await unDepot()
    await ouvrir(agent, dossierId, ['BUDGET'], ['RIB'])
    const recue = newKey('lots')
    await monde.storage().put(recue, rib)
    expect(
      (
        await donnerPiece(monde.depsA(PENDANT), anne, {
          id,
          code: 'RIB',
          nomFichier: 'Copie.pdf',
          recue,
          televersement: null,
        })
      ).ok,
    ).toBe(true)
    const garde = lireFichiers((await modificationDe(dossierId))?.fichiers)
    expect(garde.flatMap(({ signalements }) => signalements)).toMatchObject([
      { probleme: 'DEJA_VU', preuve: { dossier: numero } },
    ])
    const vue = await demandeEnCours(monde.db, anne, { id, now: new Date(PENDANT) })
    expect(JSON.stringify(vue)).toContain('Copie.pdf')
    expect(JSON.stringify(vue)).not.toContain(numero)
  })

  test('only what was opened changes, and waits beside the deposit; validated again, an officer takes it', async () => {
    const { id, anne, dossierId, structureId, agent } = await unDepot()
    expect((await ouvrir(agent, dossierId, ['BUDGET'], ['RIB'])).ok).toBe(true)
    // It sends nobody to the portal, which does not know this dossier.
    const m07 = await monde.db.courriel.findFirstOrThrow({ where: { dossierId, modele: 'deverrouillage_accorde' } })
    expect(m07.texte).toContain('la page de votre demande')
    expect(m07.texte).not.toContain('portailpartenaire')
    // Nothing is told of an opening that can still be taken back.
    expect(await ecrire(anne, id, { montantDemande: '9000' }, TROP_TOT)).toEqual({ ok: false, reason: 'DEJA_DEPOSEE' })
    expect(await demandeEnCours(monde.db, anne, { id, now: new Date(TROP_TOT) })).toBeNull()

    expect(await ecrire(anne, id, { montantDemande: '9000', objet: 'Autre projet' })).toMatchObject({
      ok: true,
      value: { reponses: { montantDemande: '9000', objet: PROJET.objet } },
    })
    expect(await donner(anne, id, 'LETTRE')).toEqual({ ok: false, reason: 'PIECE_FERMEE' })
    expect((await donner(anne, id, 'RIB', 'RIB à jour.pdf')).ok).toBe(true)
    const attente = await modificationDe(dossierId)
    expect(attente).toMatchObject({ etat: 'EN_COURS', donnees: { montantDemande: '9000', objet: PROJET.objet } })
    expect(lireFichiers(attente?.fichiers)).toMatchObject([{ code: 'RIB', cleDepot: 'releve' }])
    const avant = await monde.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })
    expect(avant.montantDemandeCents).toBe(1_000_000n)

    const marc = await monde.unMembre(structureId, 'LECTEUR', 'Marc')
    expect(await redeposer(marc, id)).toEqual({ ok: false, reason: 'LECTEUR_SEUL' })
    const version = await monde.versionDe(id)
    expect(await redeposer(anne, id, { version: version - 1 })).toEqual({ ok: false, reason: 'CHANGEE' })
    expect(await redeposer(anne, id, { version })).toEqual({ ok: true, value: { dossierId } })
    expect(await redeposer(anne, id, { version })).toEqual({ ok: true, value: { dossierId } })
    expect(await modificationDe(dossierId)).toMatchObject({ etat: 'REDEPOSEE', redeposeeLe: new Date(PENDANT) })
    expect(await monde.db.deverrouillage.findFirst({ where: { dossierId } })).toMatchObject({
      fermeture: 'DEPOT',
      refermeLe: new Date(PENDANT),
    })
    expect(await ecrire(anne, id, { montantDemande: '8000' })).toEqual({ ok: false, reason: 'DEJA_DEPOSEE' })
    const entrees = await monde.db.entreeJournal.findMany({
      where: { objetId: dossierId, acte: { in: ['recevoirModification', 'refermerDeverrouillage'] } },
      orderBy: { id: 'asc' },
    })
    expect(entrees.map(({ acte, acteurId }) => [acte, acteurId])).toEqual([
      ['recevoirModification', anne.id],
      ['recevoirModification', anne.id],
      ['recevoirModification', anne.id],
      ['refermerDeverrouillage', anne.id],
    ])

    // Its name was put right by an officer since: what the form says of it makes no other structure.
    const renommee = { nom: 'Comité renommé', nomPlie: 'comite renomme' }
    await monde.db.structure.update({ where: { id: structureId }, data: renommee, select: { id: true } })
    await accepterModification(monde.depsA(PENDANT), agent, { dossierId, version: await versionDuDossier(dossierId) })
    const apres = await monde.db.dossier.findUniqueOrThrow({
      where: { id: dossierId },
      include: { pieces: { include: { versions: true }, orderBy: { code: 'asc' } } },
    })
    expect(apres).toMatchObject({ montantDemandeCents: 900_000n, structureId, deposeLe: new Date('2027-06-01') })
    expect(await monde.db.structure.findUnique({ where: { id: structureId } })).toMatchObject(renommee)
    expect(apres.pieces.map(({ code, versions }) => [code, versions.length])).toEqual([
      ['LETTRE', 1],
      ['RIB', 2],
    ])
  })

  test('closed by its last day, what was written is kept; set aside, the next opening begins from the deposit', async () => {
    const { id, anne, dossierId, agent } = await unDepot()
    await ouvrir(agent, dossierId, ['PROJET'])
    await ecrire(anne, id, { objet: 'Un autre titre', dateDebut: 'demain' })
    // What will not do is kept for who wrote it, and the deposit's stands in what an officer is shown.
    expect(await modificationDe(dossierId)).toMatchObject({
      donnees: { objet: 'Un autre titre', dateDebut: PROJET.dateDebut },
    })
    expect(await redeposer(anne, id)).toMatchObject({ ok: false, reason: 'INCOMPLETE' })
    await refermerDeverrouillages(monde.depsA(APRES))
    expect(await redeposer(anne, id, { le: APRES })).toEqual({ ok: false, reason: 'REFERMEE' })
    expect(await modificationDe(dossierId)).toMatchObject({ etat: 'REDEPOSEE', redeposeeLe: null })
    await ecarterModification(monde.depsA(APRES), agent, {
      ...{ dossierId, version: await versionDuDossier(dossierId), motif: 'Hors du cadre demandé.' },
    })
    const rouvert = await deverrouillerDossier(monde.depsA(APRES), agent, {
      ...{ dossierId, version: await versionDuDossier(dossierId), sections: ['PROJET'], champs: [], pieces: [] },
      ...{ motif: 'Une seconde fois.', echeance: '2027-06-30' },
    })
    expect(rouvert.ok).toBe(true)
    const encore = await demandeEnCours(monde.db, anne, { id, now: new Date('2027-06-21T08:00:00Z') })
    expect(encore?.reponses).toMatchObject({ objet: PROJET.objet, reglementLu: 'oui', dateDebut: PROJET.dateDebut })
  })

  test('it is neither deleted nor emptied while it is open; its own new file alone is taken back', async () => {
    const { id, anne, dossierId, agent } = await unDepot()
    await ouvrir(agent, dossierId, ['PIECES'])
    expect(await supprimerDemande(monde.depsA(PENDANT), anne, { id, version: await monde.versionDe(id) })).toEqual({
      ok: false,
      reason: 'DEJA_DEPOSEE',
    })
    // The name of another pièce's file does not take its place.
    await donner(anne, id, 'STATUTS', 'Lettre.pdf')
    const vue = await demandeEnCours(monde.db, anne, { id, now: new Date(PENDANT) })
    const statuts = vue?.pieces.find(({ code }) => code === 'STATUTS')?.fichiers[0]
    expect(lireFichiers((await modificationDe(dossierId))?.fichiers)).toMatchObject([{ cleDepot: 'lettre#2' }])
    expect(await retirerPiece(monde.depsA(PENDANT), anne, { id, pieceId: statuts?.id ?? '' })).toEqual({ ok: true })
    expect(lireFichiers((await modificationDe(dossierId))?.fichiers)).toEqual([])
    expect(await redeposer(anne, id)).toEqual({ ok: true, value: { dossierId } })
    // Nothing was changed: there is nothing to look at.
    expect(await modificationDe(dossierId)).toMatchObject({ etat: 'ACCEPTEE' })
  })

  test('verified while it is open, it is neither late nor beside itself', async () => {
    const { id, anne, dossierId, agent } = await unDepot()
    const rouvert = await deverrouillerDossier(monde.depsA('2027-09-29T08:00:00Z'), agent, {
      ...{ dossierId, version: await versionDuDossier(dossierId), sections: ['PROJET'], champs: [], pieces: [] },
      ...{ motif: 'Le titre est à corriger.', echeance: '2027-10-06' },
    })
    expect(rouvert.ok).toBe(true)
    const apres = { id, now: new Date('2027-10-02T08:00:00Z') }
    const lue = await demandeDuMembre(monde.db, anne.id, id)
    const regles = (await signalementsDeDemande(monde.db, lue, apres.now)).map(({ regle }) => regle)
    expect(regles.filter((une) => ['HORS_DELAI', 'DEJA_COMMENCE', 'MEME_PROJET'].includes(une))).toEqual([])
    expect(await verificationDeDemande(monde.db, anne, apres)).not.toBeNull()
  })

  test('a change is asked for once, by who may write, and nothing is told of an answer before its mail', async () => {
    const { anne, dossierId, structureId, agent } = await unDepot()
    const voulue = { dossierId, sections: ['BUDGET' as const], texte: 'Le budget joint est celui de l’an dernier.' }
    const demander = (qui: Demandeur, change: Partial<typeof voulue> = {}) =>
      demanderModification(monde.depsA(), qui, { ...voulue, ...change })
    const marc = await monde.unMembre(structureId, 'LECTEUR', 'Marc')
    const ailleurs = await monde.unMembre(await monde.uneStructure())
    expect(await demander(marc)).toEqual({ ok: false, reason: 'LECTEUR_SEUL' })
    await expect(demander(ailleurs)).rejects.toThrow(NotFound)
    expect(await demander(anne, { sections: [] })).toEqual({ ok: false, reason: 'AUCUNE_SECTION' })
    expect(await demander(anne, { texte: 'Non.' })).toEqual({ ok: false, reason: 'TEXTE_TROP_COURT' })
    expect(await demander(anne)).toEqual({ ok: true })
    expect(await demander(anne)).toEqual({ ok: false, reason: 'DEJA_DEMANDEE' })
    expect(await monde.db.demandeDeverrouillage.findMany({ where: { dossierId } })).toMatchObject([
      { canal: 'EXTRANET', demandeur: 'Anne Pruvost', sections: ['BUDGET'], etat: 'EN_ATTENTE', texte: voulue.texte },
    ])
    await ouvrir(agent, dossierId, ['BUDGET'])
    const suivi = (le: string) => suiviDuDemandeur(monde.db, anne, { id: dossierId, now: new Date(le) })
    expect(await suivi(TROP_TOT)).toMatchObject({ ouverture: null, souhaits: [{ suite: 'EN_ATTENTE' }] })
    expect(await suivi(PENDANT)).toMatchObject({
      ouverture: { parties: ['Budget'], motif: 'Le budget est à corriger.' },
      souhaits: [{ suite: 'ACCEPTEE' }],
    })
    await expect(suiviDuDemandeur(monde.db, ailleurs, { id: dossierId, now: new Date(PENDANT) })).rejects.toThrow(
      NotFound,
    )
  })
})
