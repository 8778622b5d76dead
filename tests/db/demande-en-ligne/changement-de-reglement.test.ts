import type { ReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Demandeur } from '#domain/acces/acteur'
import type { Agent } from '#domain/acces/droits'
import { saisirReglement, type SaisieReglement } from '#domain/campagne/reglement'
import { etatDuFait } from '#infra/stores/courriel/fait'
import { campagneDuCode, findBrouillon, reglementDe } from '#infra/stores/campagne/version-exigences'
import { demandeEnLigne } from '#queries/extranet/demande-en-ligne'
import { CERTIFIE, PROJET } from '#support/demande-en-ligne/reponses'
import { modifierExigences } from '#usecases/campagne/modifier-exigences'
import { prevoirReglages } from '#usecases/campagne/prevoir-reglages'
import { publierExigences } from '#usecases/campagne/publier-exigences'
import { reglerCampagne } from '#usecases/campagne/regler-campagne'
import { annoncerChangement } from '#usecases/demande-en-ligne/annoncer-changement'
import { unAgent } from '../dossier/faits'
import { unMondeEnLigne } from './monde'

const CODE = 'JUM-2027'
/** After the demandes of this world are begun, and the day their règlement is read anew. */
const APRES = '2027-06-10T10:00:00Z'
const RELU = '2027-06-11T10:00:00Z'

describe('a règlement that changes under a demande on line', () => {
  const monde = unMondeEnLigne()
  let chef: Agent
  beforeAll(async () => {
    chef = await unAgent(monde.db, 'RESPONSABLE')
  })

  async function regler(change: Partial<SaisieReglement>, le = APRES) {
    const campagne = await campagneDuCode(monde.db, CODE)
    const saisie = { ...saisirReglement(reglementDe(campagne)), ...change }
    const saisi = { campagne: CODE, version: campagne.version, saisie }
    const prevus = await prevoirReglages(monde.depsA(le), chef, saisi, 60_000)
    if (!prevus.ok) throw new Error(prevus.reason)
    expect(await reglerCampagne(monde.depsA(le), chef, { ...saisi, vu: prevus.value.vu })).toMatchObject({ ok: true })
    return monde.db.changementDeReglement.findFirst({ orderBy: { le: 'desc' } })
  }
  const vue = (qui: Demandeur, id: string) => demandeEnLigne(monde.db, qui, { id, now: new Date(RELU) })
  const annoncer = (changementId = '') => annoncerChangement(monde.depsA(RELU), { changementId })
  const cocher = (qui: Demandeur, id: string, base: ReponsesEnLigne) =>
    monde.ecrireA(RELU, qui, { id, etape: 'PROJET', miennes: PROJET, base })
  const courrielsA = (courriel: string) => monde.db.courriel.findMany({ where: { destinataire: courriel } })

  test('its box is empty again, the page says what is touched, it is not deposited before it is ticked anew', async () => {
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    await monde.ecrire(anne, { id, etape: 'CERTIFICATION', miennes: CERTIFIE })
    const avant = await vue(anne, id)
    expect(avant.changement).toBeNull()
    expect(avant.completes).toContain('CERTIFICATION')

    await regler({ montantMax: '9000', pays: 'Allemagne, Pologne', attenteDecision: '10' })
    const { changement, reponses, aReprendre } = await vue(anne, id)
    expect(changement).toMatchObject({
      points: ['les pays', 'le montant de l’aide'],
      reponses: [{ champ: 'pays' }, { champ: 'montantDemande' }],
    })
    expect(reponses.reglementLu ?? '').toBe('')
    expect(aReprendre).toContainEqual({ champ: 'reglementLu', refus: 'SANS_REPONSE' })
    expect(aReprendre).toContainEqual({ champ: 'certifie', refus: 'SANS_REPONSE' })
    expect(reponses.faitA).toBe(CERTIFIE.faitA)
    expect(await monde.valider(anne, id, { le: RELU })).toMatchObject({ ok: false })
    // A page that was open before still shows it ticked.
    await cocher(anne, id, avant.reponses)
    expect((await vue(anne, id)).reponses.reglementLu ?? '').toBe('')

    await cocher(anne, id, (await vue(anne, id)).reponses)
    expect((await vue(anne, id)).changement).toBeNull()
    expect(await monde.valider(anne, id, { le: RELU })).toMatchObject({ ok: true })
  })

  test('a page that was shown the summary before the change deposits nothing', async () => {
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    const version = await monde.versionDe(id)
    await regler({ montantMin: '150' })
    expect(await monde.valider(anne, id, { le: RELU, version })).toMatchObject({ ok: false })
    expect(await monde.versionDe(id)).toBe(version + 1)
  })

  test('who may write it is told once for each change, and no more once it is ticked anew', async () => {
    const { id, anne, structureId } = await monde.unDebut()
    const lecteur = await monde.unMembre(structureId, 'LECTEUR', 'Marc')
    await monde.remplir(anne, id)
    const change = await regler({ tauxMax: '60' })
    await Promise.all([annoncer(change?.id), annoncer(change?.id)])
    const [mail, ...reste] = await courrielsA(anne.courriel)
    expect(reste).toEqual([])
    expect(mail).toMatchObject({ modele: 'changement_reglement', etat: 'A_ENVOYER' })
    expect(mail?.texte).toContain('relisez-le et cochez de nouveau la case')
    expect(mail?.texte).toContain('Coût total du projet')
    expect(await courrielsA(lecteur.courriel)).toEqual([])
    expect(await monde.db.entreeJournal.count({ where: { objetId: id, acte: 'annoncerChangement' } })).toBe(1)
    const annonce = {
      modele: 'changement_reglement' as const,
      cleUnique: mail?.cleUnique ?? '',
      creeLe: new Date(RELU),
    }
    expect((await etatDuFait(monde.db, annonce, new Date(RELU))).tient).toBe(true)
    await cocher(anne, id, (await vue(anne, id)).reponses)
    expect((await etatDuFait(monde.db, annonce, new Date(RELU))).tient).toBe(false)
    const suivant = await regler({ tauxMax: '55' }, '2027-06-11T12:00:00Z')
    await cocher(anne, id, (await vue(anne, id)).reponses)
    expect(suivant?.id).not.toBe(change?.id)
  })

  test('what moves only the work of the service touches nobody', async () => {
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    const n = await monde.db.changementDeReglement.count()
    await regler({ complementJours: '20', signataireNom: 'Durand' })
    expect(await monde.db.changementDeReglement.count()).toBe(n)
    expect((await vue(anne, id)).reponses.reglementLu).toBe('oui')
  })

  test('its text alone, when it changes, is to be read again', async () => {
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    expect((await vue(anne, id)).campagne.aUnTexte).toBe(false)
    expect((await vue(anne, id)).changement?.points).not.toContain('le texte du règlement')
    await regler({ texteReglement: 'Article 1 : Qui\nLes communes.' })
    const { changement, reponses, campagne } = await vue(anne, id)
    expect(changement?.points).toContain('le texte du règlement')
    expect([reponses.reglementLu ?? '', campagne.aUnTexte]).toEqual(['', true])
    await regler({ texteReglement: '' })
  })
})

describe('the pièces that a campagne asks change under a demande on line', () => {
  const monde = unMondeEnLigne()
  const vue = (qui: Demandeur, id: string) => demandeEnLigne(monde.db, qui, { id, now: new Date(RELU) })

  test('those that are newly asked, or no more, are told to the structures of whom they are asked, and to no other', async () => {
    const chef = await unAgent(monde.db, 'RESPONSABLE')
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    await monde.donner(anne, { id, code: 'RIB', nomFichier: 'RIB.pdf' })
    const sansRib = await monde.unDebut()
    const commune = await monde.unDebut('commune')
    await monde.remplir(commune.anne, commune.id)
    const campagne = await campagneDuCode(monde.db, CODE)
    const changer = async (code: string, exigence: 'OBLIGATOIRE' | 'NON_DEMANDEE') => {
      const brouillon = await findBrouillon(monde.db, campagne.id)
      const ligne = { genres: ['association'], code, exigence, condition: null, regles: null, motifs: [] }
      const modifiees = await modifierExigences(monde.depsA(APRES), chef, {
        ...{ campagne: CODE, version: brouillon?.version ?? null, ligne },
      })
      expect(modifiees).toMatchObject({ ok: true })
    }
    await changer('ASSURANCE', 'OBLIGATOIRE')
    await changer('RIB', 'NON_DEMANDEE')
    const version = (await findBrouillon(monde.db, campagne.id))?.version ?? -1
    expect(await publierExigences(monde.depsA(APRES), chef, { campagne: CODE, version })).toMatchObject({ ok: true })
    const change = await monde.db.changementDeReglement.findFirst({ orderBy: { le: 'desc' } })
    expect(change).toMatchObject({ champs: [], genres: ['association'] })

    const { changement, reponses } = await vue(anne, id)
    expect(changement).toMatchObject({ points: [], nouvelles: [expect.stringMatching(/assurance/i)] })
    expect(changement?.abandonnees).toHaveLength(1)
    expect((await vue(sansRib.anne, sansRib.id)).changement).toMatchObject({ abandonnees: [] })
    expect(reponses.reglementLu ?? '').toBe('')
    const autre = await vue(commune.anne, commune.id)
    expect([autre.changement, autre.reponses.reglementLu]).toEqual([null, 'oui'])
    expect(await annoncerChangement(monde.depsA(RELU), { changementId: change?.id ?? '' })).toEqual({ annoncees: 2 })
    const ecrits = await monde.db.courriel.findMany({ where: { modele: 'changement_reglement' } })
    expect(ecrits.map(({ destinataire }) => destinataire).toSorted()).toEqual(
      [anne.courriel, sansRib.anne.courriel].toSorted(),
    )
  })
})
