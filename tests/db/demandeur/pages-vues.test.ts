import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { PAGES_VUES, type PageVue } from '#domain/demandeur/vue-du-demandeur'
import { raconter } from '#libelles/journal/recit-journal'
import { vueDuDemandeur } from '#queries/demandeur/vue-du-demandeur'
import { accueilDuDemandeur } from '#queries/extranet/accueil-demandeur'
import { bilanARendre } from '#queries/extranet/bilan-a-rendre'
import { complementsDuDemandeur } from '#queries/extranet/dossier-suivi'
import { depotDuDemandeur } from '#queries/extranet/recapitulatif-du-demandeur'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { commencerDemande } from '#usecases/demande-en-ligne/commencer-demande'
import { voirCommeLeDemandeur } from '#usecases/demandeur/voir-comme-le-demandeur'
import { enregistrerBilan } from '#usecases/suite-accord/enregistrer-bilan'
import { JUIN, unMondeEnLigne } from '../demande-en-ligne/monde'
import { unAgent } from '../dossier/faits'
import { OCTOBRE, unAccordEnLigne } from '../suite-accord/accord-en-ligne'

/** Narrowed by nothing. */
const TOUT = { mots: '', dispositif: null, statutPortail: '', etat: null }

const enTexte = (vu: unknown): string =>
  JSON.stringify(vu, (_, un: unknown) => (typeof un === 'bigint' ? String(un) : un))

describe('the pages of a demandeur, looked at by an officer', () => {
  const monde = unMondeEnLigne()

  async function unDepot() {
    const { id, anne, structureId } = await monde.unDebut()
    await monde.remplir(anne, id)
    await monde.donner(anne, { id, code: 'RIB', nomFichier: 'Releve.pdf' })
    const deposee = await monde.valider(anne, id)
    const { id: dossierId, version } = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
    const claire = await monde.unMembre(structureId, 'REPRESENTANT_LEGAL', 'Claire')
    return { claire, dossierId, version, structureId }
  }
  const voir = (agent: Agent, dossierId: string, page: PageVue, le = JUIN) =>
    vueDuDemandeur(monde.db, agent, { dossierId, page, now: new Date(le) })
  async function ouvrir(agent: Agent, dossierId: string, page: PageVue, le = JUIN) {
    await voirCommeLeDemandeur(monde.depsA(le), agent, dossierId, page)
    return voir(agent, dossierId, page, le)
  }
  const entrees = (objetId: string) =>
    monde.db.entreeJournal.findMany({ where: { objetId, acte: 'voirCommeLeDemandeur' }, orderBy: { id: 'asc' } })

  test('each is opened for itself, and named in the journal, once an hour', async () => {
    const { dossierId } = await unDepot()
    const agent = await unAgent(monde.db, 'LECTEUR')
    const rien = { ouverte: false, suivi: null, depot: null, complements: null, bilan: null, demandes: null }
    for (const page of PAGES_VUES) {
      expect(await voir(agent, dossierId, page)).toMatchObject({ page, ...rien })
      expect(await ouvrir(agent, dossierId, page)).toMatchObject({ page, ouverte: true })
      await ouvrir(agent, dossierId, page)
    }
    const ecrites = await entrees(dossierId)
    expect(ecrites.map(({ detail }) => detail)).toEqual(PAGES_VUES.map((page) => ({ page })))
    expect(raconter(ecrites[3] ?? { acte: '', detail: {} }).precisions).toEqual(['Bilan'])
  })

  test('what was deposited, and the list of the structure, are those that it reads; a draft is not there', async () => {
    const { claire, dossierId, structureId } = await unDepot()
    const agent = await unAgent(monde.db)
    const { depot } = await ouvrir(agent, dossierId, 'DEPOT')
    expect(depot).toEqual(await depotDuDemandeur(monde.db, claire, dossierId))
    expect(enTexte(depot)).toContain('Releve.pdf')

    const brouillon = { structureId, code: 'MEI-2027', ficheId: null, cleEnvoi: randomUUID() }
    expect((await commencerDemande(monde.depsA(), claire, brouillon)).ok).toBe(true)
    const accueil = await accueilDuDemandeur(monde.db, {
      ...{ demandeurId: claire.id, voulue: structureId, now: new Date(JUIN), affinage: TOUT },
    })
    expect(accueil.ici?.commencees).toHaveLength(1)
    const { demandes } = await ouvrir(agent, dossierId, 'ACCUEIL')
    expect(demandes).toHaveLength(1)
    expect(demandes).toEqual(accueil.ici?.demandes)

    await monde.db.recapitulatifDeDepot.delete({ where: { dossierId } })
    expect(await voir(agent, dossierId, 'DEPOT')).toMatchObject({ ouverte: true, depot: null })
  })

  test('what is asked is there once the mail that asks it left, and not before', async () => {
    const { claire, dossierId, version } = await unDepot()
    const agent = await unAgent(monde.db)
    const memes = async () => {
      const { complements } = await ouvrir(agent, dossierId, 'COMPLEMENTS')
      expect(complements).toEqual(
        await complementsDuDemandeur(monde.db, claire, { id: dossierId, now: new Date(JUIN) }),
      )
      return complements
    }
    const element = { code: 'RIB', constat: 'Le RIB est illisible.', aFaire: 'Joignez-en un autre.' }
    const voulus = { elements: [element], cles: [], remplace: null, limite: '2027-06-22' }
    expect((await demanderComplements(monde.depsA(), agent, { dossierId, version, ...voulus })).ok).toBe(true)
    expect(await memes()).toBeNull()
    await monde.db.courriel.updateMany({ where: { dossierId }, data: { etat: 'ENVOYE', envoyeLe: new Date(JUIN) } })
    expect(await memes()).toMatchObject({ complement: { elements: [element] } })
  })

  test('the bilan is the one that it gives, but for what it is still writing', async () => {
    const tu = await unAccordEnLigne(monde, { dite: false })
    expect(await ouvrir(tu.chef, tu.dossierId, 'BILAN', OCTOBRE)).toMatchObject({ ouverte: true, bilan: null })

    const { anne, dossierId, chef } = await unAccordEnLigne(monde)
    const miennes = { compteRendu: 'Un mot que personne ne lit encore.' }
    await enregistrerBilan(monde.depsA(OCTOBRE), anne, { dossierId, base: {}, repris: [], miennes })
    const lu = await bilanARendre(monde.db, anne, { id: dossierId, now: new Date(OCTOBRE) })
    expect(lu?.enCours.reponses).toMatchObject(miennes)
    const { enCours: _, ...reste } = lu ?? { enCours: null }
    const { bilan } = await ouvrir(chef, dossierId, 'BILAN', OCTOBRE)
    expect(bilan).toEqual(reste)
    expect(bilan).toMatchObject({ id: dossierId, etat: 'ATTENDU' })
    expect(enTexte(bilan)).not.toContain(miennes.compteRendu)
  })
})
