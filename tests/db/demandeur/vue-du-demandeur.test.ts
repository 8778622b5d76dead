import { describe, expect, test } from 'vitest'
import { NotFound } from '#infra/errors'
import { vueDuDemandeur } from '#queries/demandeur/vue-du-demandeur'
import { suiviDuDemandeur } from '#queries/extranet/dossier-suivi'
import { libererParUneAutre, VOTE } from '#support/vote'
import { voirCommeLeDemandeur } from '#usecases/demandeur/voir-comme-le-demandeur'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { unAgent, unDossier } from '../dossier/faits'
import { JUIN, unMondeEnLigne } from '../demande-en-ligne/monde'

const ENCORE = '2027-06-01T10:59:00Z'
const APRES = '2027-06-01T11:00:00Z'

describe('a dossier as its structure sees it, looked at by an officer', () => {
  const monde = unMondeEnLigne()

  async function unDepot() {
    const { id, anne, structureId } = await monde.unDebut()
    await monde.remplir(anne, id)
    const deposee = await monde.valider(anne, id)
    const { id: dossierId, version } = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
    const claire = await monde.unMembre(structureId, 'REPRESENTANT_LEGAL', 'Claire')
    return { claire, dossierId, version }
  }
  const voir = (agent: Parameters<typeof vueDuDemandeur>[1], dossierId: string, le = JUIN) =>
    vueDuDemandeur(monde.db, agent, { dossierId, page: 'SUIVI', now: new Date(le) })
  const entrees = (objetId: string) =>
    monde.db.entreeJournal.findMany({ where: { objetId, acte: 'voirCommeLeDemandeur' }, orderBy: { id: 'asc' } })

  test('once they said that they open it, for an hour, each opening in the journal once, and news to nobody', async () => {
    const { dossierId, version } = await unDepot()
    const [agent, autre] = [await unAgent(monde.db), await unAgent(monde.db, 'LECTEUR')]
    await monde.db.dossier.update({ where: { id: dossierId }, data: { agentId: autre.id } })
    expect(await voir(agent, dossierId)).toMatchObject({ objet: 'Fresque à Herne', suivi: null })
    await voirCommeLeDemandeur(monde.depsA(), agent, dossierId, 'SUIVI')
    await Promise.all([1, 2].map(() => voirCommeLeDemandeur(monde.depsA(ENCORE), agent, dossierId, 'SUIVI')))
    expect(await entrees(dossierId)).toMatchObject([{ acteurType: 'AGENT', acteurId: agent.id, le: new Date(JUIN) }])
    expect((await voir(agent, dossierId, ENCORE)).suivi).not.toBeNull()
    expect((await voir(autre, dossierId, ENCORE)).suivi).toBeNull()
    expect((await voir(agent, dossierId, APRES)).suivi).toBeNull()
    await voirCommeLeDemandeur(monde.depsA(APRES), agent, dossierId, 'SUIVI')
    expect(await entrees(dossierId)).toHaveLength(2)
    expect(
      await monde.db.$queryRaw`SELECT 1 AS un FROM nouvelle n JOIN entree_journal e ON e.id = n.entree_id
        WHERE e.acte = 'voirCommeLeDemandeur'`,
    ).toEqual([])
    expect((await monde.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })).version).toBe(version)
  })

  test('it is what the structure reads, word for word: nothing of a decision before its mail left', async () => {
    const { claire, dossierId, version } = await unDepot()
    const chef = await unAgent(monde.db, 'RESPONSABLE')
    await voirCommeLeDemandeur(monde.depsA(), chef, dossierId, 'SUIVI')
    const refus = { vote: VOTE, motif: 'CREDITS_EPUISES', precision: 'L’enveloppe est engagée.' } as const
    expect((await refuserDossier(monde.depsA(), chef, { dossierId, version, ...refus })).ok).toBe(true)
    const memes = async () => {
      const { suivi } = await voir(chef, dossierId)
      expect(suivi).toEqual(await suiviDuDemandeur(monde.db, claire, { id: dossierId, now: new Date(JUIN) }))
      return suivi
    }
    expect(await memes()).toMatchObject({ etat: 'EN_INSTRUCTION', aUneLettre: false })
    expect(JSON.stringify(await memes(), (_, un: unknown) => (typeof un === 'bigint' ? String(un) : un))).not.toContain(
      'L’enveloppe est engagée.',
    )
    await libererParUneAutre(monde.depsA(), dossierId)
    expect(await memes()).toMatchObject({ etat: 'EN_INSTRUCTION', aUneLettre: false })
    await monde.db.courriel.updateMany({ where: { dossierId }, data: { etat: 'ENVOYE', envoyeLe: new Date(JUIN) } })
    expect(await memes()).toMatchObject({ etat: 'REFUSE', aUneLettre: true })
  })

  test('a dossier of the portal, or one that is not there, has no such view and writes nothing', async () => {
    const agent = await unAgent(monde.db)
    const { id } = await unDossier(monde.db)
    await expect(voir(agent, id)).rejects.toThrow(NotFound)
    await expect(voirCommeLeDemandeur(monde.depsA(), agent, id, 'SUIVI')).rejects.toThrow(NotFound)
    expect(await entrees(id)).toEqual([])
  })
})
