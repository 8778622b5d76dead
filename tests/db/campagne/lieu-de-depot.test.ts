import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { saisirReglement, type SaisieReglement } from '#domain/campagne/reglement'
import { campagneDuCode, reglementDe } from '#infra/stores/campagne/version-exigences'
import { lieuDuDossier } from '#infra/stores/dossier/lieu'
import { campagneAnnoncee } from '#queries/extranet/campagnes-annoncees'
import { nouvelleDemande } from '#queries/extranet/nouvelle-demande'
import { commencerDemande } from '#usecases/demande-en-ligne/commencer-demande'
import { preparerCampagne } from '#usecases/campagne/preparer-campagne'
import { prevoirReglages } from '#usecases/campagne/prevoir-reglages'
import { reglerCampagne } from '#usecases/campagne/regler-campagne'
import { unMondeEnLigne } from '../demande-en-ligne/monde'
import { unAgent } from '../dossier/faits'

const CODE = 'JUM-2027'
const PORTAIL = 'https://portail.exemple.test/demandes'
const NOW = new Date('2027-06-01T10:00:00Z')

describe('where the demandes of a campagne are made', () => {
  const monde = unMondeEnLigne()

  async function regler(agent: Agent, change: Partial<SaisieReglement>) {
    const campagne = await campagneDuCode(monde.db, CODE)
    const saisie = { ...saisirReglement(reglementDe(campagne)), ...change }
    const saisi = { campagne: CODE, version: campagne.version, saisie }
    const chef = await unAgent(monde.db, 'RESPONSABLE')
    const prevus = await prevoirReglages(monde.depsA(), chef, saisi, 60_000)
    if (!prevus.ok) return prevus
    return reglerCampagne(monde.depsA(), agent, { ...saisi, vu: prevus.value.vu })
  }
  const ouvertures = async () => {
    const { structureId, anne, id } = await monde.unDebut()
    return { structureId, anne, id, vue: () => nouvelleDemande(monde.db, anne, { structureId, now: NOW }) }
  }

  test('is an administrator’s to say, the form of others leaves it as it is, and the journal tells it', async () => {
    const chef = await unAgent(monde.db, 'RESPONSABLE')
    await expect(regler(chef, { adressePortail: PORTAIL })).rejects.toThrow(Forbidden)
    await expect(regler(chef, { demandesEnLigne: '' })).rejects.toThrow(Forbidden)
    const { version } = await campagneDuCode(monde.db, CODE)
    const suivante = { depuis: CODE, version, saisie: { adressePortail: PORTAIL } }
    await expect(preparerCampagne(monde.depsA(), chef, suivante)).rejects.toThrow(Forbidden)
    expect(await regler(chef, { minParticipants: '4' })).toMatchObject({ ok: true })

    expect(await regler(await unAgent(monde.db, 'ADMIN'), { adressePortail: 'http://portail.exemple.test' })).toEqual({
      ok: false,
      reason: 'ADRESSE_ILLISIBLE',
      detail: 'adressePortail',
    })
    expect(await regler(await unAgent(monde.db, 'ADMIN'), { adressePortail: PORTAIL })).toMatchObject({ ok: true })
    const campagne = await campagneDuCode(monde.db, CODE)
    const entree = await monde.db.entreeJournal.findFirst({
      where: { objetId: campagne.id, acte: 'reglerCampagne' },
      orderBy: { id: 'desc' },
    })
    expect(entree?.detail).toMatchObject({ differences: [{ champ: 'adressePortail', apres: PORTAIL }] })
    const { id } = campagne
    expect(lieuDuDossier({ origine: 'PORTAIL', id, campagne })).toEqual({ genre: 'PORTAIL', ou: PORTAIL })
    const sansAdresse = { genre: 'EXTRANET', ou: null, complements: null }
    expect(lieuDuDossier({ origine: 'EXTRANET', id, campagne })).toEqual(sansAdresse)
  })

  test('on the portal: the page says where, a demande is neither offered nor begun, and one that was begun is deposited', async () => {
    const { structureId, anne, id, vue } = await ouvertures()
    expect((await vue()).campagnes.map(({ code }) => code)).toContain(CODE)
    expect(
      await regler(await unAgent(monde.db, 'ADMIN'), { demandesEnLigne: '', adressePortail: PORTAIL }),
    ).toMatchObject({
      ok: true,
    })
    expect((await campagneAnnoncee(monde.db, CODE, { now: NOW, genre: null })).portail).toBe(PORTAIL)
    const { campagnes, ailleurs } = await vue()
    expect(campagnes.map(({ code }) => code)).not.toContain(CODE)
    expect(ailleurs).toMatchObject([{ code: CODE, portail: PORTAIL }])
    const input = { structureId, code: CODE, ficheId: null, cleEnvoi: randomUUID() }
    expect(await commencerDemande(monde.depsA(), anne, input)).toEqual({ ok: false, reason: 'HORS_EXTRANET' })
    await monde.remplir(anne, id)
    expect(await monde.valider(anne, id)).toMatchObject({ ok: true })

    expect(await regler(await unAgent(monde.db, 'ADMIN'), { demandesEnLigne: 'oui' })).toMatchObject({ ok: true })
    expect((await campagneAnnoncee(monde.db, CODE, { now: NOW, genre: null })).portail).toBeNull()
    expect(await commencerDemande(monde.depsA(), anne, input)).toMatchObject({ ok: true })
  })
})
