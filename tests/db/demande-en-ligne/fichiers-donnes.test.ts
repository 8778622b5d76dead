import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import type { Demandeur } from '#domain/acces/acteur'
import { lireSignalements } from '#domain/piece/signalement'
import { demandeEnLigne } from '#queries/extranet/demande-en-ligne'
import { verificationDeDemande } from '#queries/extranet/verification'
import { unPdf } from '#support/documents'
import { commencerTeleversement } from '#usecases/demande-en-ligne/commencer-televersement'
import { examinerPieceEnLigne } from '#usecases/demande-en-ligne/lecture/examiner-piece-en-ligne'
import { retirerPiece } from '#usecases/demande-en-ligne/retirer-piece'
import { examinerPiece } from '#usecases/piece/examiner-piece'
import { JUIN, unMondeEnLigne } from './monde'

describe('the files given for a demande on line', () => {
  const monde = unMondeEnLigne()
  afterEach(() => {
    delete process.env['CLAMD_URL']
  })
  const vue = (qui: Demandeur, id: string) => demandeEnLigne(monde.db, qui, { id, now: new Date(JUIN) })
  const ribs = async (qui: Demandeur, id: string) =>
    (await vue(qui, id)).pieces.find(({ code }) => code === 'RIB')?.fichiers ?? []
  const gardes = (id: string) => monde.db.pieceEnLigne.findMany({ where: { demandeEnLigneId: id } })
  const infecter = (id: string) =>
    monde.db.pieceEnLigne.updateMany({ where: { demandeEnLigneId: id, code: 'RIB' }, data: { analyse: 'INFECTE' } })

  test('found infected, one is told, is no file given, and keeps the demande from being deposited until it is away', async () => {
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    await monde.donner(anne, { id, code: 'RIB', nomFichier: 'RIB.pdf' })
    expect((await vue(anne, id)).manquantes).not.toContain('RIB')
    await infecter(id)
    const { manquantes, pieces } = await vue(anne, id)
    expect(manquantes).toContain('RIB')
    const [rib] = pieces.find(({ code }) => code === 'RIB')?.fichiers ?? []
    expect(rib).toMatchObject({ ouvrable: false, etat: expect.stringContaining('infecté par un virus') })
    const verifiee = await verificationDeDemande(monde.db, anne, { id, now: new Date(JUIN) })
    expect(verifiee?.fichiers).toMatchObject([{ code: 'RIB', dits: [rib?.etat] }])
    expect(await monde.valider(anne, id)).toEqual({ ok: false, reason: 'FICHIER_INFECTE', detail: 'RIB.pdf' })
    expect((await retirerPiece(monde.depsA(), anne, { id, pieceId: rib?.id ?? '', vue: rib?.vue })).ok).toBe(true)
    expect(await monde.valider(anne, id)).toMatchObject({ ok: true })
  })

  test('while it is scanned, one is told so, counts, and keeps nothing', async () => {
    process.env['CLAMD_URL'] = 'tcp://127.0.0.1:1'
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    await monde.donner(anne, { id, code: 'RIB', nomFichier: 'RIB.pdf' })
    expect(await ribs(anne, id)).toMatchObject([
      { ouvrable: false, etat: expect.stringContaining('L’antivirus analyse') },
    ])
    expect((await vue(anne, id)).manquantes).not.toContain('RIB')
    expect(await monde.valider(anne, id)).toMatchObject({ ok: true })
  })

  test('of a pièce that is asked no more, one is still drawn, and goes with the deposit', async () => {
    const { id, anne, structureId } = await monde.unDebut()
    await monde.remplir(anne, id)
    await monde.donner(anne, { id, code: 'STATUTS', nomFichier: 'Statuts.pdf' })
    expect((await vue(anne, id)).horsDemande).toEqual([])
    await monde.db.structure.update({ where: { id: structureId }, data: { genre: 'commune' } })
    const { horsDemande, pieces } = await vue(anne, id)
    expect(pieces.map(({ code }) => code)).not.toContain('STATUTS')
    expect(horsDemande).toMatchObject([{ nomFichier: 'Statuts.pdf', nom: 'Statuts datés et signés par le Président' }])
    const deposee = await monde.valider(anne, id)
    const { pieces: deposees } = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
    expect(deposees.map(({ code }) => code)).toEqual(['STATUTS'])
  })

  test('under the name of a colleague’s, one is refused, whole or announced, and says whose that is; said to replace it, it does', async () => {
    const { id, anne, structureId } = await monde.unDebut()
    const marc = await monde.unMembre(structureId, 'REDACTEUR', 'Marc')
    await monde.donner(anne, { id, code: 'RIB', nomFichier: 'RIB.pdf' })
    const [dAnne] = await ribs(marc, id)
    const donner = (remplace?: string, nomFichier = 'RIB.pdf') =>
      monde.donner(marc, { id, code: 'RIB', nomFichier, ...(remplace !== undefined && { remplace }) })
    const refusee = await donner()
    expect(refusee).toMatchObject({ ok: false, reason: 'DEJA_DONNE' })
    expect(refusee.ok ? '' : refusee.detail).toMatch(/par Anne Pruvost, le 1 juin 2027|par Anne Pruvost, le/)
    const annonce = { nomFichier: 'RIB.pdf', taille: 10, sha256: 'a'.repeat(64) }
    expect(
      await commencerTeleversement(monde.depsA(), marc, {
        ...{ id: randomUUID(), pour: { demandeEnLigneId: id }, code: 'RIB', ...annonce },
      }),
    ).toMatchObject({ ok: false, reason: 'DEJA_DONNE' })
    const [avant] = await gardes(id)
    expect(avant?.recuePar).toBe('Anne Pruvost')

    expect(await donner(dAnne?.vue, 'RIB de 2027.pdf')).toMatchObject({ ok: true })
    const [apres, ...reste] = await gardes(id)
    expect(reste).toEqual([])
    expect(apres).toMatchObject({ id: avant?.id, nomFichier: 'RIB de 2027.pdf', recuePar: 'Marc Pruvost' })
    await expect(monde.storage().size(avant?.cle ?? '')).rejects.toThrow()
    // What Anne was shown is no more.
    expect(await monde.donner(anne, { id, code: 'RIB', nomFichier: 'Autre.pdf', remplace: 'parti 1' })).toEqual({
      ok: false,
      reason: 'FICHIER_CHANGE',
    })
  })

  test('the file of a colleague is taken away only as it was shown', async () => {
    const { id, anne, structureId } = await monde.unDebut()
    const marc = await monde.unMembre(structureId, 'REDACTEUR', 'Marc')
    await monde.donner(anne, { id, code: 'RIB', nomFichier: 'RIB.pdf' })
    const [vu] = await ribs(marc, id)
    await monde.db.pieceEnLigne.updateMany({ where: { demandeEnLigneId: id }, data: { recueLe: new Date(0) } })
    const retirer = (vueDeMarc?: string) =>
      retirerPiece(monde.depsA(), marc, { id, pieceId: vu?.id ?? '', vue: vueDeMarc })
    expect(await retirer(vu?.vue)).toEqual({ ok: false, reason: 'FICHIER_CHANGE' })
    expect(await retirer()).toEqual({ ok: false, reason: 'FICHIER_CHANGE' })
    expect(await retirer((await ribs(marc, id))[0]?.vue)).toEqual({ ok: true })
    expect(await gardes(id)).toEqual([])
  })

  test('is read before the deposit as after it: what its text shows is told to who may mend it, and what to do', async () => {
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    const texte = (lignes: string[]) =>
      unPdf([...lignes.map((une, rang) => ({ texte: une, x: 72, y: 700 - 20 * rang }))])
    const contenu = await texte([
      'Releve d identite bancaire',
      'Titulaire du compte : Club de petanque',
      'IBAN FR76 3000 6000 0112 3456 7890 180',
    ])
    await monde.donner(anne, { id, code: 'RIB', nomFichier: 'RIB.pdf', contenu })
    const [rib] = await gardes(id)
    expect(await monde.db.outboxJob.count({ where: { payload: { path: ['pieceId'], equals: rib?.id ?? '' } } })).toBe(1)
    await examinerPieceEnLigne(monde.depsA(), rib?.id ?? '')
    await examinerPieceEnLigne(monde.depsA(), rib?.id ?? '')
    const lus = (await gardes(id)).flatMap(({ signalements }) =>
      lireSignalements(signalements).map((un) => un.probleme),
    )
    expect(lus).toEqual(['IBAN_INVALIDE', 'TITULAIRE_DIFFERENT'])
    const verifiee = await verificationDeDemande(monde.db, anne, { id, now: new Date(JUIN) })
    const dits = verifiee?.fichiers.flatMap((un) => un.dits).join(' ')
    expect(dits).toMatch(/Le titulaire lu est .*petanque.* Déposez un RIB au nom de la structure\./)
    const deposee = await monde.valider(anne, id)
    const dossier = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
    const version = dossier.pieces[0]?.versions[0]
    await examinerPiece(monde.depsA(), version?.id ?? '')
    const { signalements } = await monde.db.pieceVersion.findUniqueOrThrow({ where: { id: version?.id ?? '' } })
    expect(lireSignalements(signalements).map(({ probleme }) => probleme)).toEqual(lus)
  })
})
