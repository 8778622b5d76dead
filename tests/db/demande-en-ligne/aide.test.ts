import { describe, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { NotFound } from '#infra/errors'
import { cadre } from '#queries/cadre/cadre'
import { aideAVoir, aidesDemandees } from '#queries/demandeur/aides'
import { demandeEnCours } from '#queries/extranet/demande-en-ligne'
import { conseiller } from '#usecases/demande-en-ligne/conseiller'
import { demanderAide, fermerAide } from '#usecases/demande-en-ligne/demander-aide'
import { voirLaDemandeAidee } from '#usecases/demandeur/voir-comme-le-demandeur'
import { unAgent } from '../dossier/faits'
import { JUIN, unMondeEnLigne } from './monde'

/** A week after, to the second, and the second before. */
const ENCORE = '2027-06-08T09:59:59Z'
const APRES = '2027-06-08T10:00:00Z'

describe('help asked for on a demande that is being filled in', () => {
  const monde = unMondeEnLigne()

  const agent = () => unAgent(monde.db)
  const voir = (qui: Awaited<ReturnType<typeof agent>>, id: string, le = JUIN) =>
    aideAVoir(monde.db, qui, { id, now: new Date(le) })
  const liste = async (qui: Awaited<ReturnType<typeof agent>>, le = JUIN) =>
    (await aidesDemandees(monde.db, qui, new Date(le))).map(({ id }) => id)
  const actes = async (objetId: string) =>
    (await monde.db.entreeJournal.findMany({ where: { objetId }, orderBy: { id: 'asc' } })).map(({ acte }) => acte)

  test('without it a draft is invisible; with it, and once opened, it is read for a week, or until it is closed', async () => {
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    await monde.donner(anne, { id, code: 'LETTRE', nomFichier: 'Lettre.pdf' })
    const officier = await agent()
    await expect(voir(officier, id)).rejects.toThrow(NotFound)
    await expect(voirLaDemandeAidee(monde.depsA(), officier, id)).rejects.toThrow(NotFound)
    expect(await liste(officier)).not.toContain(id)

    expect(await demanderAide(monde.depsA(), anne, { id })).toEqual({ ok: true })
    expect(await demanderAide(monde.depsA(), anne, { id })).toEqual({ ok: true })
    expect(await monde.db.aideDemandee.count({ where: { demandeEnLigneId: id } })).toBe(1)
    expect(await liste(officier)).toContain(id)
    expect((await cadre(monde.db, new Date(JUIN), officier.id)).aides).toBe(1)
    expect(await voir(officier, id)).toMatchObject({ entete: { demandeePar: 'Anne Pruvost' }, vue: null })
    await voirLaDemandeAidee(monde.depsA(), officier, id)
    await voirLaDemandeAidee(monde.depsA(), officier, id)
    expect((await voir(officier, id)).vue).toMatchObject({
      reponses: { objet: 'Fresque à Herne' },
      fichiers: [{ code: 'LETTRE', nomFichier: 'Lettre.pdf' }],
    })
    expect(await actes(id)).toEqual(['commencerDemande', 'demanderAide', 'voirCommeLeDemandeur'])
    expect(await liste(officier, ENCORE)).toContain(id)
    expect(await liste(officier, APRES)).not.toContain(id)
    await expect(voir(officier, id, APRES)).rejects.toThrow(NotFound)

    expect(await fermerAide(monde.depsA(), anne, { id })).toEqual({ ok: true })
    await expect(voir(officier, id)).rejects.toThrow(NotFound)
    expect((await cadre(monde.db, new Date(JUIN), officier.id)).aides).toBe(0)
    expect(await demanderAide(monde.depsA(), anne, { id })).toEqual({ ok: true })
    expect(await liste(officier)).toContain(id)
  })

  test('over by its day, it may be asked for again; deposited, there is none any more', async () => {
    const { id, anne } = await monde.unDebut()
    const officier = await agent()
    await demanderAide(monde.depsA(), anne, { id })
    expect(await demanderAide(monde.depsA(APRES), anne, { id })).toEqual({ ok: true })
    expect(await monde.db.aideDemandee.count({ where: { demandeEnLigneId: id } })).toBe(2)
    await monde.remplir(anne, id)
    expect((await monde.valider(anne, id, { le: APRES })).ok).toBe(true)
    await expect(voir(officier, id, APRES)).rejects.toThrow(NotFound)
    expect(await liste(officier, APRES)).not.toContain(id)
    expect(await conseiller(monde.depsA(APRES), officier, { id, etape: 'PROJET', texte: 'Trop tard' })).toEqual({
      ok: false,
      reason: 'AIDE_FERMEE',
    })
    expect(await demanderAide(monde.depsA(APRES), anne, { id })).toEqual({ ok: false, reason: 'DEJA_DEPOSEE' })
  })

  test('a word of an officer is read on its step, in the journal, and changes no answer', async () => {
    const { id, anne, structureId } = await monde.unDebut()
    await monde.remplir(anne, id)
    const officier = await agent()
    const dire = (texte: string) => conseiller(monde.depsA(), officier, { id, etape: 'PROJET', texte })
    expect(await dire('Précisez le pays.')).toEqual({ ok: false, reason: 'AIDE_FERMEE' })
    await demanderAide(monde.depsA(), anne, { id })
    const { version } = await monde.db.demandeEnLigne.findUniqueOrThrow({ where: { id } })
    expect(await dire('  ')).toEqual({ ok: false, reason: 'MOT_VIDE' })
    expect(await dire('x'.repeat(2_001))).toEqual({ ok: false, reason: 'MOT_TROP_LONG' })
    expect(await dire(' Précisez le <b>pays</b>. ')).toEqual({ ok: true })
    const enCours = await demandeEnCours(monde.db, anne, { id, now: new Date(JUIN) })
    expect(enCours?.entete).toMatchObject({
      aide: new Date('2027-06-08T10:00:00Z'),
      mots: [{ etape: 'PROJET', texte: 'Précisez le <b>pays</b>.', par: 'Camille Essai' }],
    })
    expect(enCours?.version).toBe(version)
    expect(await actes(id)).toContain('conseiller')
    const marc = await monde.unMembre(structureId, 'LECTEUR', 'Marc')
    expect(await demanderAide(monde.depsA(), marc, { id })).toEqual({ ok: false, reason: 'LECTEUR_SEUL' })
    expect(await fermerAide(monde.depsA(), marc, { id })).toEqual({ ok: false, reason: 'LECTEUR_SEUL' })
    await expect(demanderAide(monde.depsA(), await monde.unMembre(await monde.uneStructure()), { id })).rejects.toThrow(
      NotFound,
    )
    const lecteur = await unAgent(monde.db, 'LECTEUR')
    await expect(voir(lecteur, id)).rejects.toThrow(Forbidden)
    await expect(voirLaDemandeAidee(monde.depsA(), lecteur, id)).rejects.toThrow(Forbidden)
    await expect(conseiller(monde.depsA(), lecteur, { id, etape: 'PROJET', texte: 'Non' })).rejects.toThrow(Forbidden)
  })
})
