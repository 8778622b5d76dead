import { beforeAll, describe, expect, test } from 'vitest'
import type { Demandeur } from '#domain/acces/acteur'
import type { Agent } from '#domain/acces/droits'
import type { SaisieDeChamp } from '#domain/champ-du-service/champ'
import { questionPosee } from '#domain/demande-en-ligne/questions-de-campagne'
import type { Section } from '#domain/dossier/deverrouillage'
import { champsCampagne, champsServiceDossier } from '#queries/champ-du-service/champs'
import { modificationDossier } from '#queries/deverrouillage/modification-dossier'
import { demandeEnCours, demandesCommencees } from '#queries/extranet/demande-en-ligne'
import { recapitulatifDuDemandeur } from '#queries/extranet/recapitulatif-du-demandeur'
import { CERTIFIE, PROJET } from '#support/demande-en-ligne/reponses'
import { ajouterChamp, archiverChamp, modifierChamp } from '#usecases/champ-du-service/regler-champs'
import { remplirChampDuDossier, remplirChampsDuDossier } from '#usecases/champ-du-service/remplir-champs'
import { redeposerDemande } from '#usecases/demande-en-ligne/redeposer-demande'
import { accepterModification, ecarterModification } from '#usecases/deverrouillage/accepter-modification'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import { unAgent } from '../dossier/faits'
import { lire } from '../../unit/fichiers/lu-a-voix-haute'
import { JUIN, unMondeEnLigne } from '../demande-en-ligne/monde'

const CODE = 'JUM-2027'
const OUVERT = '2027-06-02T08:00:00Z'
const PENDANT = '2027-06-03T08:00:00Z'

describe('what a campagne asks of its own', () => {
  const monde = unMondeEnLigne()
  let chef: Agent
  let agent: Agent
  let ids: Record<string, string>

  beforeAll(async () => {
    chef = await unAgent(monde.db, 'RESPONSABLE')
    agent = await unAgent(monde.db)
    await poser({ libelle: 'Jeunes concernés', type: 'NOMBRE', repond: 'STRUCTURE_OBLIGATOIRE' })
    await poser({ libelle: 'Thème', type: 'LISTE', choix: ['Sport', 'Culture'], repond: 'STRUCTURE' })
    await poser({ libelle: 'Priorité', type: 'TEXTE' })
    ids = Object.fromEntries((await champsCampagne(monde.db, CODE)).map(({ libelle, id }) => [libelle, id]))
  })
  const poser = (saisie: Partial<SaisieDeChamp> & Pick<SaisieDeChamp, 'libelle' | 'type'>) =>
    ajouterChamp(monde.depsA(JUIN), chef, { code: CODE, choix: [], repond: 'SERVICE', aide: '', ...saisie })
  const champ = async (libelle: string) => {
    const lu = (await champsCampagne(monde.db, CODE)).find((un) => un.libelle === libelle)
    if (!lu) throw new Error(libelle)
    const { id: champId, version, choix, repond, aide } = lu
    return { code: CODE, champId, version, libelle, choix, repond, aide }
  }
  const q = (libelle: string) => questionPosee(ids[libelle] ?? '')
  const repondre = (qui: Demandeur, id: string, change: object, { le = JUIN, base = PROJET } = {}) =>
    monde.ecrireA(le, qui, { id, etape: 'PROJET', base, miennes: { ...base, ...change } })
  const vue = async (qui: Demandeur, id: string, le = JUIN) => {
    const lue = await demandeEnCours(monde.db, qui, { id, now: new Date(le) })
    if (!lue) throw new Error('it is not being filled in')
    return lue
  }
  async function unDepot() {
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    await repondre(anne, id, { [q('Jeunes concernés')]: '12', [q('Thème')]: 'sport' })
    const deposee = await monde.valider(anne, id)
    if (!deposee.ok) throw new Error(deposee.reason)
    const { id: dossierId } = await monde.dossierDe(deposee.value.numero)
    return { id, anne, dossierId }
  }
  const dossier = (id: string) => monde.db.dossier.findUniqueOrThrow({ where: { id } })
  const dits = async (dossierId: string) =>
    Object.fromEntries((await champsServiceDossier(monde.db, dossierId)).champs.map((un) => [un.libelle, un.dit]))
  const ouvrir = async (dossierId: string, sections: Section[]) =>
    deverrouillerDossier(monde.depsA(OUVERT), agent, {
      ...{ dossierId, version: (await dossier(dossierId)).version, sections, champs: [], pieces: [] },
      ...{ motif: 'Le projet est à corriger.', echeance: '2027-06-12' },
    })
  const redeposer = async (qui: Demandeur, id: string) =>
    redeposerDemande(monde.depsA(PENDANT), qui, {
      ...{ id, version: await monde.versionDe(id), arriveeLe: new Date(PENDANT), ...CERTIFIE },
    })

  test('is asked at the step of the project, kept as it is typed, and missed until it is answered with what will do', async () => {
    const { id, anne, structureId } = await monde.unDebut()
    await monde.remplir(anne, id)
    const debut = await vue(anne, id)
    expect(debut.posees.map(({ libelle, obligatoire }) => [libelle, obligatoire])).toEqual([
      ['Jeunes concernés', true],
      ['Thème', false],
    ])
    expect(debut.ouverts).toContain(q('Thème'))
    expect(debut.aReprendre[0]).toEqual({ champ: q('Jeunes concernés'), refus: 'SANS_REPONSE' })
    expect(debut.entete.completes).not.toContain('PROJET')
    expect(await monde.valider(anne, id)).toMatchObject({ reason: 'INCOMPLETE', detail: '1' })

    const fausse = await repondre(anne, id, { [q('Jeunes concernés')]: 'une douzaine', [q('Thème')]: 'Sport' })
    expect(fausse).toMatchObject({
      value: { refusees: [{ champ: q('Jeunes concernés'), refus: 'PAS_UN_NOMBRE' }] },
    })
    expect((await vue(anne, id)).reponses[q('Jeunes concernés')]).toBe('une douzaine')
    expect(await monde.valider(anne, id)).toMatchObject({ reason: 'INCOMPLETE' })
    const base = { ...PROJET, [q('Jeunes concernés')]: 'une douzaine', [q('Thème')]: 'Sport' }
    await repondre(anne, id, { [q('Jeunes concernés')]: '12' }, { base })
    expect((await vue(anne, id)).entete.completes).toContain('PROJET')
    const [commencee] = await demandesCommencees(monde.db, { structureId, now: new Date(JUIN) })
    expect(commencee?.pourcent).toBe(50)
  })

  test('two who answer at once erase nothing of each other', async () => {
    const { id, anne, structureId } = await monde.unDebut()
    const marc = await monde.unMembre(structureId, 'REDACTEUR', 'Marc')
    const rien = { base: {} }
    await repondre(anne, id, { [q('Jeunes concernés')]: '12' }, rien)
    const marcs = await repondre(marc, id, { [q('Jeunes concernés')]: '15', [q('Thème')]: 'Culture' }, rien)
    expect(marcs).toMatchObject({
      value: {
        reponses: { [q('Jeunes concernés')]: '12', [q('Thème')]: 'Culture' },
        divergences: [{ champ: q('Jeunes concernés'), mienne: '15', leur: '12' }],
      },
    })
  })

  test('deposited, the answers are in the form, in the récapitulatif and in the fields of the dossier, which officers read and do not rewrite', async () => {
    const { anne, dossierId } = await unDepot()
    const { donnees, champsService, version } = await dossier(dossierId)
    expect(donnees).toMatchObject({ '?Jeunes concernés': '12', '?Thème': 'Sport' })
    expect(champsService).toEqual({ [ids['Jeunes concernés'] ?? '']: '12', [ids['Thème'] ?? '']: 'Sport' })
    const comparees = await monde.db.valeurDuService.findMany({ where: { dossierId }, orderBy: { nom: 'asc' } })
    expect(comparees.map(({ nom, type }) => `${nom} ${type}`)).toEqual(['jeunes concernes NOMBRE', 'theme TEXTE'])
    const { recapitulatif } = await recapitulatifDuDemandeur({ db: monde.db }, anne, dossierId)
    const { tout } = await lire(new Uint8Array(recapitulatif.ok ? recapitulatif.value : Buffer.alloc(0)))
    expect(tout).toContain('Questions de cette campagne')
    expect(tout).toContain('Jeunes concernés 12')

    const vise = { dossierId, version }
    const valeurs = { [ids['Jeunes concernés'] ?? '']: '99', [ids['Priorité'] ?? '']: 'Haute' }
    expect(await remplirChampsDuDossier(monde.depsA(JUIN), agent, { ...vise, valeurs })).toMatchObject({ ok: true })
    expect(await dits(dossierId)).toEqual({ 'Jeunes concernés': '12', Thème: 'Sport', Priorité: 'Haute' })
    const seule = { dossierId, version: version + 1, libelle: 'Thème', saisie: 'Culture' }
    expect(await remplirChampDuDossier(monde.depsA(JUIN), agent, seule)).toMatchObject({
      reason: 'REPONSE_DE_LA_STRUCTURE',
    })
  })

  test('opened again with the project, an answer changes beside the deposit, and is taken or set aside with the rest', async () => {
    const { id, anne, dossierId } = await unDepot()
    await ouvrir(dossierId, ['PROJET'])
    const { reponses, ouverts } = await vue(anne, id, PENDANT)
    expect(ouverts).toContain(q('Thème'))
    expect(reponses[q('Thème')]).toBe('Sport')
    const vides = { [q('Jeunes concernés')]: '14', [q('Thème')]: '' }
    expect((await repondre(anne, id, vides, { le: PENDANT, base: reponses })).ok).toBe(true)
    expect(await dits(dossierId)).toMatchObject({ 'Jeunes concernés': '12', Thème: 'Sport' })
    expect((await redeposer(anne, id)).ok).toBe(true)
    const attend = await modificationDossier(monde.depsA(PENDANT), dossierId)
    expect(attend?.champs.map(({ champ, avant, apres, horsParties }) => [champ, avant, apres, horsParties])).toEqual([
      ['?Thème', 'Sport', '', false],
      ['?Jeunes concernés', '12', '14', false],
    ])
    const { version } = await dossier(dossierId)
    expect((await accepterModification(monde.depsA(PENDANT), agent, { dossierId, version })).ok).toBe(true)
    expect(await dits(dossierId)).toMatchObject({ 'Jeunes concernés': '14', Thème: '' })

    const autre = await unDepot()
    await ouvrir(autre.dossierId, ['PROJET'])
    const { reponses: base } = await vue(autre.anne, autre.id, PENDANT)
    await repondre(autre.anne, autre.id, { [q('Jeunes concernés')]: '20' }, { le: PENDANT, base })
    await redeposer(autre.anne, autre.id)
    const ecartee = await ecarterModification(monde.depsA(PENDANT), agent, {
      ...{ dossierId: autre.dossierId, version: (await dossier(autre.dossierId)).version },
      motif: 'Le nombre annoncé d’abord est le bon.',
    })
    expect(ecartee.ok).toBe(true)
    expect(await dits(autre.dossierId)).toMatchObject({ 'Jeunes concernés': '12' })
  })

  test('one that came since the deposit stops nobody whose project is not opened again', async () => {
    const { id, anne, dossierId } = await unDepot()
    await poser({ libelle: 'Venue depuis', type: 'TEXTE', repond: 'STRUCTURE_OBLIGATOIRE' })
    try {
      await ouvrir(dossierId, ['BUDGET'])
      const { reponses: base, aReprendre } = await vue(anne, id, PENDANT)
      expect(aReprendre).toEqual([])
      await repondre(anne, id, { montantDemande: '9000' }, { le: PENDANT, base })
      expect(await redeposer(anne, id)).toMatchObject({ ok: true })
    } finally {
      await archiverChamp(monde.depsA(JUIN), chef, await champ('Venue depuis'))
    }
  })

  test('its words stay those that were answered; who answers and what explains it may change', async () => {
    await unDepot()
    const deps = monde.depsA(JUIN)
    const theme = await champ('Thème')
    expect(await modifierChamp(deps, chef, { ...theme, libelle: 'Sujet' })).toMatchObject({ reason: 'LIBELLE_REPONDU' })
    const expliquee = { ...theme, aide: 'Le principal', repond: 'STRUCTURE_OBLIGATOIRE' as const }
    expect(await modifierChamp(deps, chef, expliquee)).toMatchObject({ ok: true })
    const priorite = await champ('Priorité')
    expect(await modifierChamp(deps, chef, { ...priorite, libelle: 'Rang' })).toMatchObject({ ok: true })
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    expect((await vue(anne, id)).posees.find(({ libelle }) => libelle === 'Thème')).toMatchObject({
      ...{ aide: 'Le principal', obligatoire: true },
    })
    expect(
      await modifierChamp(deps, chef, await champ('Thème').then((un) => ({ ...un, repond: 'STRUCTURE' }))),
    ).toMatchObject({ ok: true })
  })
})
