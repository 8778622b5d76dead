import { describe, expect, test } from 'vitest'
import { SANS_AFFINAGE } from '#support/demande-en-ligne/affinage'
import { NotFound } from '#infra/errors'
import { accueilDuDemandeur } from '#queries/extranet/accueil-demandeur'
import { decisionDossier } from '#queries/dossier/decision-dossier'
import { suiviDuDemandeur } from '#queries/extranet/dossier-suivi'
import { retraitDeDemande } from '#queries/extranet/retrait-de-demande'
import { libererParUneAutre, VOTE } from '#support/vote'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { retirerSaDemande } from '#usecases/dossier/retirer-sa-demande'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import type { Demandeur } from '#domain/acces/acteur'
import { unAgent } from '../dossier/faits'
import { JUIN, unMondeEnLigne } from './monde'

describe('a demande withdrawn by its structure', () => {
  const monde = unMondeEnLigne()

  async function unDepot() {
    const { id, anne, structureId } = await monde.unDebut()
    await monde.remplir(anne, id)
    const deposee = await monde.valider(anne, id)
    const { id: dossierId } = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
    return { anne, structureId, dossierId }
  }
  const dossier = (id: string) => monde.db.dossier.findUniqueOrThrow({ where: { id }, include: { decision: true } })
  const retirer = async (qui: Demandeur, dossierId: string, { motif = '', version = -1 } = {}) =>
    retirerSaDemande(monde.depsA(), qui, {
      ...{ dossierId, motif },
      version: version < 0 ? (await dossier(dossierId)).version : version,
    })
  const suivi = (qui: Demandeur, id: string) => suiviDuDemandeur(monde.db, qui, { id, now: new Date(JUIN) })
  const page = (qui: Demandeur, id: string) => retraitDeDemande(monde.db, qui, { id, now: new Date(JUIN) })

  test('it is over at once, told by a mail that leaves at once, to who follows it, and kept with who and why', async () => {
    const { anne, dossierId } = await unDepot()
    const agent = await unAgent(monde.db)
    await monde.db.dossier.update({ where: { id: dossierId }, data: { agentId: agent.id } })
    expect(await suivi(anne, dossierId)).toMatchObject({ peutRetirer: true })
    expect(await page(anne, dossierId)).toMatchObject({ empechement: null })
    expect(await retirer(anne, dossierId, { motif: ' Le voyage est annulé. ' })).toEqual({ ok: true })
    expect(await dossier(dossierId)).toMatchObject({
      etat: 'RETIRE',
      rejetImpliciteLe: null,
      decision: {
        ...{ nature: 'RETIRE', retireeParId: anne.id, priseParId: null, reprenableA: null },
        precision: 'Retirée sur l’extranet par Anne Pruvost. Pourquoi\u00a0: Le voyage est annulé.',
      },
    })
    expect(await monde.db.entreeJournal.findMany({ where: { objetId: dossierId, acte: 'retirer' } })).toMatchObject([
      { acteurType: 'DEMANDEUR', acteurId: anne.id, detail: { avant: 'DEPOSE', apres: 'RETIRE' } },
    ])
    expect(await monde.db.courriel.findMany({ where: { dossierId, modele: 'retrait' } })).toMatchObject([
      { etat: 'A_ENVOYER', partirLe: null, acteurType: 'DEMANDEUR', destinataire: 'comite@exemple.test' },
    ])
    expect(
      await monde.db.$queryRaw`SELECT e.acte FROM nouvelle n JOIN entree_journal e ON e.id = n.entree_id
        WHERE n.agent_id = ${agent.id}::uuid AND e.acte = 'retirer'`,
    ).toEqual([{ acte: 'retirer' }])
    // Told before its mail has left: it is their own act.
    expect(await suivi(anne, dossierId)).toMatchObject({ etat: 'RETIRE', rendu: true, peutRetirer: false })
    const chez = await accueilDuDemandeur(monde.db, {
      demandeurId: anne.id,
      affinage: SANS_AFFINAGE,
      voulue: null,
      now: new Date(JUIN),
    })
    expect(chez.ici?.demandes).toMatchObject([{ etat: 'RETIRE' }])
    const vue = await decisionDossier(monde.db, dossierId, new Date(JUIN))
    expect(vue.decision).toMatchObject({ par: 'Anne Pruvost', parLeDemandeur: true })
    expect(await retirer(anne, dossierId, { version: 1 })).toEqual({ ok: true })
    expect(await monde.db.courriel.count({ where: { dossierId, modele: 'retrait' } })).toBe(1)
  })

  test('not by a reader, nor by another structure, nor over what was not seen, nor with too long a reason', async () => {
    const { anne, structureId, dossierId } = await unDepot()
    const marc = await monde.unMembre(structureId, 'LECTEUR', 'Marc')
    expect(await retirer(marc, dossierId)).toEqual({ ok: false, reason: 'LECTEUR_SEUL' })
    expect(await suivi(marc, dossierId)).toMatchObject({ peutRetirer: false })
    const ailleurs = await monde.unMembre(await monde.uneStructure())
    await expect(retirer(ailleurs, dossierId)).rejects.toThrow(NotFound)
    await expect(page(ailleurs, dossierId)).rejects.toThrow(NotFound)
    const { version } = await dossier(dossierId)
    expect(await retirer(anne, dossierId, { version: version + 1 })).toEqual({ ok: false, reason: 'CHANGEE' })
    expect(await retirer(anne, dossierId, { motif: 'x'.repeat(1_001) })).toMatchObject({ reason: 'MOTIF_TROP_LONG' })
    expect(await dossier(dossierId)).toMatchObject({ etat: 'DEPOSE', version, decision: null })
  })

  test('nothing of a vote nor of a decision that was not told is learnt by asking; what is being changed is not withdrawn', async () => {
    const { anne, dossierId } = await unDepot()
    await monde.db.dossier.update({ where: { id: dossierId }, data: { etat: 'VOTE' } })
    expect(await suivi(anne, dossierId)).toMatchObject({ etat: 'EN_INSTRUCTION', peutRetirer: true })
    expect(await page(anne, dossierId)).toMatchObject({ empechement: 'PAS_ICI' })
    expect(await retirer(anne, dossierId)).toEqual({ ok: false, reason: 'PAS_ICI' })

    await monde.db.dossier.update({ where: { id: dossierId }, data: { etat: 'EN_INSTRUCTION' } })
    const chef = await unAgent(monde.db, 'RESPONSABLE')
    const { version } = await dossier(dossierId)
    const refus = { vote: VOTE, motif: 'CREDITS_EPUISES', precision: 'L’enveloppe est engagée.' } as const
    expect((await refuserDossier(monde.depsA(), chef, { dossierId, version, ...refus })).ok).toBe(true)
    expect(await retirer(anne, dossierId)).toEqual({ ok: false, reason: 'PAS_ICI' })
    await libererParUneAutre(monde.depsA(), dossierId)
    expect(await retirer(anne, dossierId)).toEqual({ ok: false, reason: 'PAS_ICI' })
    await monde.db.courriel.updateMany({ where: { dossierId }, data: { etat: 'ENVOYE', envoyeLe: new Date(JUIN) } })
    expect(await retirer(anne, dossierId)).toEqual({ ok: false, reason: 'DECISION_RENDUE' })

    const autre = await unDepot()
    await deverrouillerDossier(monde.depsA(), chef, {
      ...{ dossierId: autre.dossierId, version: (await dossier(autre.dossierId)).version, sections: ['PROJET'] },
      ...{ champs: [], pieces: [], motif: 'Le projet est à préciser.', echeance: '2027-06-12' },
    })
    expect(await retirer(autre.anne, autre.dossierId)).toEqual({ ok: false, reason: 'EN_MODIFICATION' })
  })

  test('it leaves the list of a séance that is not frozen, the others move up, and stays on a frozen one', async () => {
    const [premier, second, tiers] = [await unDepot(), await unDepot(), await unDepot()]
    const seance = (closeLe: Date | null) =>
      monde.db.seance.create({
        data: {
          jour: new Date('2027-11-01'),
          cloture: new Date('2027-10-01'),
          intitule: 'CP',
          closeLe,
          creeLe: new Date(JUIN),
        },
      })
    const [ouverte, figee] = [await seance(null), await seance(new Date(JUIN))]
    await monde.db.ligneSeance.createMany({
      data: [
        { seanceId: ouverte.id, dossierId: premier.dossierId, rang: 1 },
        { seanceId: ouverte.id, dossierId: second.dossierId, rang: 2 },
        { seanceId: figee.id, dossierId: tiers.dossierId, rang: 1 },
      ],
    })
    expect(await retirer(premier.anne, premier.dossierId)).toEqual({ ok: true })
    expect(await monde.db.ligneSeance.findMany({ where: { seanceId: ouverte.id } })).toMatchObject([
      { dossierId: second.dossierId, rang: 1 },
    ])
    expect((await monde.db.seance.findUniqueOrThrow({ where: { id: ouverte.id } })).version).toBe(ouverte.version + 1)
    expect(await monde.db.entreeJournal.count({ where: { objetId: premier.dossierId, acte: 'retirerDeSeance' } })).toBe(
      1,
    )
    expect(await retirer(tiers.anne, tiers.dossierId)).toEqual({ ok: true })
    expect(await monde.db.ligneSeance.count({ where: { seanceId: figee.id } })).toBe(1)
  })

  test('pressed twice at once, it is withdrawn once', async () => {
    const { anne, structureId, dossierId } = await unDepot()
    const claire = await monde.unMembre(structureId, 'REPRESENTANT_LEGAL', 'Claire')
    const version = (await dossier(dossierId)).version
    const faits = await Promise.allSettled([anne, claire].map((qui) => retirer(qui, dossierId, { version })))
    expect(faits.some((un) => un.status === 'fulfilled' && un.value.ok)).toBe(true)
    expect(await monde.db.decision.count({ where: { dossierId } })).toBe(1)
    expect(await monde.db.courriel.count({ where: { dossierId, modele: 'retrait' } })).toBe(1)
  })
})
