import { beforeAll, describe, expect, test } from 'vitest'
import type { Demandeur } from '#domain/acces/acteur'
import type { Condition } from '#domain/campagne/condition'
import { attenduesDuDossier } from '#infra/stores/campagne/exigences'
import { nomPourLeDemandeur } from '#libelles/piece/piece'
import { aideAVoir } from '#queries/demandeur/aides'
import { demandeEnLigne, demandesCommencees } from '#queries/extranet/demande-en-ligne'
import { verificationDeDemande } from '#queries/extranet/verification'
import { PROJET } from '#support/demande-en-ligne/reponses'
import { demanderAide } from '#usecases/demande-en-ligne/demander-aide'
import { rappelerDemandes } from '#usecases/demande-en-ligne/rappeler-demandes'
import { voirLaDemandeAidee } from '#usecases/demandeur/voir-comme-le-demandeur'
import { unAgent } from '../dossier/faits'
import { JUIN, unMondeEnLigne } from './monde'

const OBLIGATOIRE_SI = (quand: Condition) => ({ exigence: 'OBLIGATOIRE' as const, condition: { quand, sinon: 'SI_PERTINENT' } }) // prettier-ignore
const SEPT_JOURS = '2027-09-24T08:00:00Z'

/** Each line of the matrix hangs on one thing that a demande says of itself, or that is known of its structure. */
const CAS = {
  ASSURANCE: OBLIGATOIRE_SI({ type: 'PARTICIPANTS', seuil: 'AU_MOINS', nombre: 20 }),
  PROGRAMME: OBLIGATOIRE_SI({ type: 'PAYS', parmi: true, pays: ['Allemagne'] }),
  AVIS_SIRENE: OBLIGATOIRE_SI({ type: 'COUT', seuil: 'AU_MOINS', cents: 2_000_000 }),
  DIRIGEANTS: OBLIGATOIRE_SI({ type: 'MONTANT', seuil: 'AU_MOINS', cents: 2_300_000 }),
  POUVOIR: OBLIGATOIRE_SI({ type: 'SIGNATAIRE' }),
}

describe('what is asked of a demande that is not deposited', () => {
  const monde = unMondeEnLigne()

  beforeAll(async () => {
    for (const [code, ligne] of Object.entries(CAS))
      await monde.db.pieceAttendue.updateMany({ where: { code, genre: 'association' }, data: ligne })
    const { dispositif } = await monde.db.campagne.findUniqueOrThrow({ where: { code: 'JUM-2027' } })
    await monde.db.campagne.create({
      data: {
        ...{ code: 'JUM-2026', dispositif, annee: 2026, libelle: 'Jumelages 2026', etat: 'FERMEE', reglages: {} },
        ...{ ouverteLe: new Date('2026-01-01'), echeanceFiche: new Date('2026-06-01') },
        ...{ echeanceDepot: new Date('2026-09-30'), fermeeLe: new Date('2026-09-30'), enveloppeCents: 1n },
      },
    })
  })
  let accordes = 0
  const accordee = async (structureId: string) => {
    const { id: campagneId } = await monde.db.campagne.findUniqueOrThrow({ where: { code: 'JUM-2026' } })
    await monde.db.dossier.create({
      data: {
        ...{
          numero: `2026-${String(++accordes).padStart(5, '0')}`,
          structureId,
          campagneId,
          objet: 'Fresque',
          etat: 'ACCORDE',
        },
        ...{ montantDemandeCents: 1n, montantAccordeCents: 1n, deposeLe: new Date('2026-04-01'), donnees: {} },
        ...{ statutPortail: '', villePartenaire: '', pays: 'Allemagne' },
      },
    })
  }
  const vue = (qui: Demandeur, id: string, le = JUIN) => demandeEnLigne(monde.db, qui, { id, now: new Date(le) })
  const exigees = (lignes: readonly { code: string; obligatoire: boolean }[]) =>
    Object.fromEntries(lignes.map(({ code, obligatoire }) => [code, obligatoire]))

  async function unPret({ renouvelle, participants }: { renouvelle: boolean; participants: string }) {
    const debut = await monde.unDebut()
    if (renouvelle) await accordee(debut.structureId)
    await monde.remplir(debut.anne, debut.id)
    const miennes = { ...PROJET, nbParticipants: participants }
    await monde.ecrire(debut.anne, { id: debut.id, etape: 'PROJET', miennes, base: PROJET })
    await monde.donner(debut.anne, { id: debut.id, code: 'RIB', nomFichier: 'RIB.pdf' })
    return debut
  }

  test.each([
    { renouvelle: true, participants: '25' },
    { renouvelle: false, participants: '5' },
    { renouvelle: true, participants: '' },
  ])('is what an officer reads once it is deposited: $renouvelle, « $participants » participants', async (cas) => {
    const { id, anne } = await unPret(cas)
    const avant = await vue(anne, id)
    const asked = exigees(avant.pieces)
    expect(asked).toMatchObject({ BILAN_PREC: cas.renouvelle, ASSURANCE: cas.participants === '25' })
    expect(asked).toMatchObject({ PROGRAMME: true, AVIS_SIRENE: true, DIRIGEANTS: false, POUVOIR: false })
    expect(avant.manquantes.includes('BILAN_PREC')).toBe(cas.renouvelle)
    const verifiee = await verificationDeDemande(monde.db, anne, { id, now: new Date(JUIN) })
    expect(verifiee?.absentes.map(({ code }) => code)).toEqual(avant.manquantes)

    const deposee = await monde.valider(anne, id)
    const dossier = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
    const attendues = await attenduesDuDossier(monde.db, { ...dossier, structure: { genre: 'association' } })
    expect(exigees(attendues.map((une) => ({ ...une, obligatoire: une.exigence === 'OBLIGATOIRE' })))).toEqual(asked)
    expect(dossier.codesManquants.toSorted()).toEqual(avant.manquantes.toSorted())
    const recapitulatif = await monde.db.recapitulatifDeDepot.findUniqueOrThrow({ where: { dossierId: dossier.id } })
    expect(JSON.stringify(recapitulatif.contenu).includes(nomPourLeDemandeur('BILAN_PREC'))).toBe(cas.renouvelle)
  })

  test('what is not answered is unknown, and what changes in an answer changes what is asked', async () => {
    const { id, anne } = await monde.unDebut()
    expect(exigees((await vue(anne, id)).pieces)).toMatchObject({ PROGRAMME: false, ASSURANCE: false })
    await monde.ecrire(anne, { id, etape: 'PROJET', miennes: { pays: 'Allemagne et Pologne', nbParticipants: '20' } })
    expect(exigees((await vue(anne, id)).pieces)).toMatchObject({ PROGRAMME: true, ASSURANCE: true })
  })

  test('is one set for the list, the reminders and the officer who helps', async () => {
    const { id, anne, structureId } = await monde.unDebut()
    await monde.remplir(anne, id)
    const { manquantes } = await vue(anne, id)
    expect(manquantes).toContain('PROGRAMME')
    for (const code of manquantes.filter((un) => un !== 'PROGRAMME'))
      await monde.donner(anne, { id, code, nomFichier: `${code}.pdf` })
    // Without the country, which asks for PROGRAMME, nothing would be missing.
    expect((await vue(anne, id)).manquantes).toEqual(['PROGRAMME'])
    const [commencee] = await demandesCommencees(monde.db, { structureId, now: new Date(JUIN) })
    expect(commencee?.pourcent).toBe(50)
    await rappelerDemandes(monde.depsA(SEPT_JOURS))
    const mail = await monde.db.courriel.findFirst({ where: { destinataire: anne.courriel } })
    expect(mail?.texte).toContain('complétée à 50\u00a0%')
    const agent = await unAgent(monde.db)
    expect(await demanderAide(monde.depsA(), anne, { id })).toEqual({ ok: true })
    await voirLaDemandeAidee(monde.depsA(), agent, id)
    expect((await aideAVoir(monde.db, agent, { id, now: new Date(JUIN) })).vue?.manquantes).toEqual(['PROGRAMME'])
  })
})
