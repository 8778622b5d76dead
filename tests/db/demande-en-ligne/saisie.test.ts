import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { NotFound } from '#infra/errors'
import { demandeDeposee, demandeEnLigne } from '#queries/extranet/demande-en-ligne'
import { nouvelleDemande } from '#queries/extranet/nouvelle-demande'
import { commencerDemande } from '#usecases/demande-en-ligne/commencer-demande'
import { retirerPiece } from '#usecases/demande-en-ligne/retirer-piece'
import { supprimerDemande } from '#usecases/demande-en-ligne/supprimer-demande'

import { PROJET } from '#support/demande-en-ligne/reponses'
import { APRES, JUIN, unMondeEnLigne } from './monde'

describe('a demande filled in on line', () => {
  const monde = unMondeEnLigne()

  test('begun twice by one sending it is one, and holds what is known of the structure and of its fiche', async () => {
    const structureId = await monde.uneStructure()
    const anne = await monde.unMembre(structureId)
    const campagne = await monde.db.campagne.findUniqueOrThrow({ where: { code: 'JUM-2027' } })
    const fiche = await monde.db.preProjet.create({
      data: {
        ...{ structureId, campagneId: campagne.id, avis: 'FAVORABLE', avisLe: new Date(JUIN), etat: 'AVIS_RENDU' },
        ...{ recuLe: new Date(JUIN), titre: 'Fresque', montantSouhaiteCents: 450_000n, pays: 'Italie', champs: {} },
        ...{ aRelire: [] },
      },
    })
    expect((await nouvelleDemande(monde.db, anne, { structureId, now: new Date(JUIN) })).fiches).toEqual([
      { id: fiche.id, titre: 'Fresque', code: 'JUM-2027' },
    ])
    const input = { structureId, code: 'JUM-2027', ficheId: fiche.id, cleEnvoi: randomUUID() }
    const [une, autre] = [
      await commencerDemande(monde.depsA(), anne, input),
      await commencerDemande(monde.depsA(), anne, input),
    ]
    expect(une).toEqual(autre)
    const lue = await demandeEnLigne(monde.db, anne, { id: une.ok ? une.value.id : '', now: new Date(JUIN) })
    expect(lue.reponses).toMatchObject({ objet: 'Fresque', montantDemande: '4500', pays: 'Italie', commune: 'Arras' })
    expect(lue.deposeeLe).toBeNull()
    const ailleurs = await monde.uneStructure()
    const elle = await monde.unMembre(ailleurs)
    await expect(
      commencerDemande(monde.depsA(), elle, { ...input, structureId: ailleurs, cleEnvoi: null }),
    ).rejects.toBeInstanceOf(NotFound)
  })

  test('not by who only reads, not for a campagne that is over, not for a genre that it does not help', async () => {
    const structureId = await monde.uneStructure()
    const [anne, marc] = [await monde.unMembre(structureId), await monde.unMembre(structureId, 'LECTEUR')]
    const input = { structureId, code: 'JUM-2027', ficheId: null, cleEnvoi: null }
    expect(await commencerDemande(monde.depsA(), marc, input)).toEqual({ ok: false, reason: 'LECTEUR_SEUL' })
    expect(await commencerDemande(monde.depsA(APRES), anne, input)).toEqual({ ok: false, reason: 'CAMPAGNE_CLOSE' })
    const seule = await monde.uneStructure('entreprise')
    const elle = await monde.unMembre(seule)
    expect(await commencerDemande(monde.depsA(), elle, { ...input, structureId: seule })).toEqual({
      ok: false,
      reason: 'GENRE_NON_ADMIS',
    })
  })

  test('nobody of another structure sees it, writes in it, gives it a file, deletes or deposits it', async () => {
    const { id } = await monde.unDebut()
    const autre = await monde.unMembre(await monde.uneStructure(), 'REPRESENTANT_LEGAL')
    const actes = [
      () => demandeEnLigne(monde.db, autre, { id, now: new Date(JUIN) }),
      () => monde.ecrire(autre, { id, etape: 'PROJET', miennes: PROJET }),
      () => monde.donner(autre, { id, code: 'LETTRE', nomFichier: 'Lettre.pdf' }),
      () => retirerPiece(monde.depsA(), autre, { id, pieceId: randomUUID() }),
      () => supprimerDemande(monde.depsA(), autre, { id, version: 0 }),
      () => monde.valider(autre, id),
      () => demandeDeposee(monde.db, autre, id),
    ]
    for (const acte of actes) await expect(acte()).rejects.toBeInstanceOf(NotFound)
  })

  test('what is written while its campagne closes is kept, and the deposit alone is refused', async () => {
    const { id, anne } = await monde.unDebut()
    const miennes = { objet: 'Fresque à quatre mains' }
    expect(await monde.ecrireA(APRES, anne, { id, etape: 'PROJET', miennes })).toMatchObject({ ok: true })
    expect((await demandeEnLigne(monde.db, anne, { id, now: new Date(APRES) })).reponses).toMatchObject(miennes)
    expect(await monde.valider(anne, id, { le: APRES })).toEqual({ ok: false, reason: 'CAMPAGNE_CLOSE' })
  })

  test('two people write in one step: neither erases the other, and what both wrote is told to the second', async () => {
    const { id, anne, structureId } = await monde.unDebut()
    const marc = await monde.unMembre(structureId, 'REPRESENTANT_LEGAL', 'Marc')
    await monde.ecrire(anne, { id, etape: 'PROJET', miennes: { objet: 'Fresque', pays: 'Italie' } })
    const base = { objet: 'Fresque', pays: 'Italie' }
    await monde.ecrire(marc, { id, etape: 'PROJET', miennes: { objet: 'Fresque', pays: 'Allemagne' }, base })
    const dit = await monde.ecrire(anne, {
      id,
      etape: 'PROJET',
      miennes: { objet: 'Fresque à Herne', pays: 'Chili' },
      base,
    })
    expect(dit).toMatchObject({
      ok: true,
      value: {
        reponses: { objet: 'Fresque à Herne', pays: 'Allemagne' },
        divergences: [{ champ: 'pays', mienne: 'Chili', leur: 'Allemagne', qui: 'Marc Pruvost' }],
      },
    })
    const meme = await monde.ecrire(anne, {
      ...{ id, etape: 'PROJET', miennes: { objet: 'Fresque à Herne', pays: 'Allemagne' } },
      base: dit.ok ? dit.value.reponses : {},
    })
    expect(meme.ok && meme.value.version).toBe(dit.ok && dit.value.version)
  })

  test('a file is kept with what is noticed of it, replaced under its name, and taken away; the portal’s refusals are ours', async () => {
    const { id, anne } = await monde.unDebut()
    expect(await monde.donner(anne, { id, code: 'LETTRE', nomFichier: 'Lettre signée.pdf' })).toEqual({
      ok: true,
      value: { signalements: [] },
    })
    expect(await monde.donner(anne, { id, code: 'LETTRE', nomFichier: 'Lettre signée.pdf' })).toMatchObject({
      ok: true,
    })
    const [piece, ...reste] = await monde.db.pieceEnLigne.findMany({ where: { demandeEnLigneId: id } })
    expect(reste).toEqual([])
    expect(await monde.storage().size(piece?.cle ?? '')).toBe(monde.pdf.length)
    const refus = async (nom: string, contenu?: Buffer, code = 'LETTRE') => {
      const donnee = await monde.donner(anne, { id, code, nomFichier: nom, contenu })
      return donnee.ok ? null : donnee.reason
    }
    expect(await refus(`${'a'.repeat(51)}.pdf`)).toBe('LIBELLE_TROP_LONG')
    expect(await refus('Vide.pdf', Buffer.alloc(0))).toBe('VIDE')
    expect(await refus('Virus.pdf', Buffer.from('MZ\u0090 rien'))).toBe('CONTENU_INATTENDU')
    expect(await refus('Lettre.pdf', monde.pdf, 'INCONNUE')).toBe('PIECE_NON_DEMANDEE')
    expect(await monde.db.pieceEnLigne.count({ where: { demandeEnLigneId: id } })).toBe(1)
    await retirerPiece(monde.depsA(), anne, { id, pieceId: piece?.id ?? '' })
    await expect(monde.storage().size(piece?.cle ?? '')).rejects.toBeInstanceOf(NotFound)
    expect(await retirerPiece(monde.depsA(), anne, { id, pieceId: piece?.id ?? '' })).toMatchObject({ ok: true })
  })

  test('deleted before it is deposited, its answers and its files are gone, unless somebody wrote since', async () => {
    const { id, anne } = await monde.unDebut()
    await monde.donner(anne, { id, code: 'LETTRE', nomFichier: 'Lettre signée.pdf' })
    const { cle } = await monde.db.pieceEnLigne.findFirstOrThrow({ where: { demandeEnLigneId: id } })
    const version = await monde.versionDe(id)
    expect(await supprimerDemande(monde.depsA(), anne, { id, version: version - 1 })).toEqual({
      ok: false,
      reason: 'CHANGEE',
    })
    expect(await supprimerDemande(monde.depsA(), anne, { id, version })).toMatchObject({ ok: true })
    expect(await monde.db.demandeEnLigne.count({ where: { id } })).toBe(0)
    await expect(monde.storage().size(cle)).rejects.toBeInstanceOf(NotFound)
  })
})
