import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Demandeur } from '#domain/acces/acteur'
import { SANS_AFFINAGE } from '#support/demande-en-ligne/affinage'
import { NotFound } from '#infra/errors'
import { accueilDuDemandeur } from '#queries/extranet/accueil-demandeur'
import { demandeEnCours, demandeEnLigne } from '#queries/extranet/demande-en-ligne'
import { nouvelleDemande } from '#queries/extranet/nouvelle-demande'
import { CERTIFIE } from '#support/demande-en-ligne/reponses'
import { commencerDemande } from '#usecases/demande-en-ligne/commencer-demande'
import { enregistrerEtape } from '#usecases/demande-en-ligne/enregistrer-etape'
import { direPresence } from '#usecases/demande-en-ligne/presence/dire-presence'
import { purgerPerimes } from '#usecases/entretien/purger-perimes'
import { JUIN, unMondeEnLigne } from './monde'

const PLUS_TARD = '2027-06-01T10:02:01Z'

describe('several people, or one in several places, on a demande', () => {
  const monde = unMondeEnLigne()
  const lire = (qui: Demandeur, id: string) => demandeEnLigne(monde.db, qui, { id, now: new Date(JUIN) })
  const autres = async (qui: Demandeur, id: string, le = JUIN) =>
    (await demandeEnCours(monde.db, qui, { id, now: new Date(le) }))?.entete.autres
  const la = (qui: Demandeur, id: string) => direPresence(monde.depsA(), qui, { id, etape: 'PROJET' })

  test('words left on a device erase nobody’s, were it days after: they are asked about', async () => {
    const { id, anne, structureId } = await monde.unDebut()
    const marc = await monde.unMembre(structureId, 'REDACTEUR', 'Marc')
    await monde.ecrire(marc, { id, etape: 'PROJET', miennes: { pays: 'Allemagne' } })
    const reprise = { id, etape: 'PROJET', base: {}, miennes: { pays: 'Chili' }, repris: ['pays'] } as const
    expect(await enregistrerEtape(monde.depsA(), anne, reprise)).toMatchObject({
      value: { reponses: { pays: 'Allemagne' }, divergences: [{ champ: 'pays', qui: 'Marc Pruvost' }] },
    })
    expect(await enregistrerEtape(monde.depsA(), marc, reprise)).toMatchObject({
      value: { reponses: { pays: 'Allemagne' }, divergences: [{ champ: 'pays', qui: '' }] },
    })
    expect(await enregistrerEtape(monde.depsA(), anne, { ...reprise, base: { pays: 'Allemagne' } })).toMatchObject({
      value: { reponses: { pays: 'Chili' }, divergences: [] },
    })
  })

  test('each who may fill it in sees the others by name for two minutes; who only reads, and another structure, are no part of it', async () => {
    const { id, anne, structureId } = await monde.unDebut()
    const marc = await monde.unMembre(structureId, 'REDACTEUR', 'Marc')
    const lea = await monde.unMembre(structureId, 'LECTEUR', 'Léa')
    for (const qui of [anne, marc, lea]) await la(qui, id)
    expect(await autres(anne, id)).toEqual([{ nom: 'Marc Pruvost', etape: 'PROJET' }])
    expect((await la(marc, id)).autres).toEqual([{ nom: 'Anne Pruvost', etape: 'PROJET' }])
    expect(await autres(anne, id, PLUS_TARD)).toEqual([])
    const dehors = await monde.unMembre(await monde.uneStructure())
    await expect(la(dehors, id)).rejects.toBeInstanceOf(NotFound)
    await expect(la(anne, randomUUID())).rejects.toBeInstanceOf(NotFound)
    expect(await monde.db.presenceSurDemande.count()).toBe(2)
    await purgerPerimes(monde.depsA(PLUS_TARD))
    expect(await monde.db.presenceSurDemande.count()).toBe(0)
  })

  test('a page hears by its version that somebody wrote, and by whom', async () => {
    const { id, anne, structureId } = await monde.unDebut()
    const marc = await monde.unMembre(structureId, 'REDACTEUR', 'Marc')
    const { version } = await la(anne, id)
    await monde.ecrireA('2027-06-01T10:01:00Z', marc, { id, etape: 'PROJET', miennes: { pays: 'Chili' } })
    expect((await la(anne, id)).version).toBeGreaterThan(version)
    expect((await lire(anne, id)).changeePar).toBe('Marc Pruvost')
  })

  test('the certification is kept like the other answers: all is there, and only the deposit remains', async () => {
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    for (const { code } of (await lire(anne, id)).pieces.filter(({ obligatoire }) => obligatoire))
      await monde.donner(anne, { id, code, nomFichier: `${code}.pdf` })
    expect(await lire(anne, id)).toMatchObject({ pourcent: 75 })
    const version = await monde.versionDe(id)
    expect(await monde.ecrire(anne, { id, etape: 'CERTIFICATION', miennes: CERTIFIE })).toMatchObject({ ok: true })
    expect(await lire(anne, id)).toMatchObject({ pourcent: 100, deposeeLe: null, reponses: CERTIFIE })
    // Who pressed at the same instant deposits what they read.
    expect(await monde.valider(anne, id, { version })).toMatchObject({ ok: true })
  })

  test('a fiche of another campagne is refused by its name, and one that is begun is no longer offered', async () => {
    const structureId = await monde.uneStructure()
    const anne = await monde.unMembre(structureId)
    const legal = await monde.unMembre(structureId, 'REPRESENTANT_LEGAL', 'Inès')
    await monde.db.membreDeStructure.updateMany({
      where: { demandeurId: legal.id },
      data: { fonction: 'Présidente' },
    })
    await monde.db.structure.update({
      where: { id: structureId },
      data: { adresse: '12 rue de la Paix, 62300 Lens', codePostal: '', commune: '' },
    })
    const campagne = await monde.db.campagne.findUniqueOrThrow({ where: { code: 'JUM-2027' } })
    const autre = await monde.db.campagne.findFirstOrThrow({ where: { code: { not: 'JUM-2027' } } })
    const fiche = await monde.db.preProjet.create({
      data: {
        ...{ structureId, campagneId: campagne.id, avis: 'FAVORABLE', avisLe: new Date(JUIN), etat: 'AVIS_RENDU' },
        ...{ recuLe: new Date(JUIN), titre: 'Fresque', champs: {}, aRelire: [] },
      },
    })
    const offertes = async () => {
      const vue = { demandeurId: anne.id, voulue: structureId, affinage: SANS_AFFINAGE, now: new Date(JUIN) }
      return (await accueilDuDemandeur(monde.db, vue)).ici?.fiches.map(({ id }) => id)
    }
    expect(await offertes()).toEqual([fiche.id])
    const page = await nouvelleDemande(monde.db, anne, { structureId, ficheId: fiche.id, now: new Date(JUIN) })
    expect(page.choix).toEqual({ ficheId: fiche.id, code: 'JUM-2027' })
    const input = { structureId, ficheId: fiche.id, cleEnvoi: null }
    expect(await commencerDemande(monde.depsA(), anne, { ...input, code: autre.code })).toEqual({
      ok: false,
      reason: 'FICHE_D_UNE_AUTRE',
    })
    const commencee = await commencerDemande(monde.depsA(), anne, { ...input, code: 'JUM-2027' })
    expect((await lire(anne, commencee.ok ? commencee.value.id : '')).reponses).toMatchObject({
      ...{ voie: '12 rue de la Paix', codePostal: '62300', commune: 'Lens' },
      ...{ representantNom: 'Pruvost', representantPrenom: 'Inès', representantFonction: 'Présidente' },
    })
    expect(await offertes()).toEqual([])
  })
})
