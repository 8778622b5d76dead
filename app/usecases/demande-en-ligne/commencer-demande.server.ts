import type { Demandeur } from '#domain/acces/acteur'
import { joursRestants } from '#domain/demande-en-ligne/depot'
import { peutRemplir, type ReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import { no, ok, type Result } from '#domain/result'
import { adresseEnParties } from '#domain/structure/adresse-ecrite'
import { estAdmis, lireGenre } from '#domain/structure/genre'
import { formatJour, fromDate } from '#domain/temps/jour'
import { nomDActeur } from '#domain/acces/acteur'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { campagneDuCode, reglementDe } from '#infra/stores/campagne/version-exigences'
import { campagneDe } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { roleDans } from '#infra/stores/demandeur/demandeur'
import type { PreProjet, Structure } from '#prisma'

type Input = {
  structureId: string
  /** The campagne it is asked of. */
  code: string
  /** A fiche of this structure whose answers are taken up; null for none. */
  ficheId: string | null
  cleEnvoi: string | null
}

export type RefusDeCommencer =
  'LECTEUR_SEUL' | 'CAMPAGNE_CLOSE' | 'HORS_EXTRANET' | 'GENRE_NON_ADMIS' | 'TROP_DE_DEMANDES' | 'FICHE_D_UNE_AUTRE'

/** Demandes that one structure may have begun and not deposited. */
const COMMENCEES_MAX = 20

/**
 * Begins a demande: what is known of the structure and of its fiche is already in it. Throws NotFound for a structure that is not theirs, a campagne
 * that is not there, and a fiche that is not a favourable one of this structure.
 */
export const commencerDemande = (
  { db, now }: Deps,
  demandeur: Demandeur,
  { structureId, code, ficheId, cleEnvoi }: Input,
): Promise<Result<{ id: string }, RefusDeCommencer>> =>
  db.$transaction(async (tx) => {
    const le = now()
    const role = await roleDans(tx, demandeur.id, structureId)
    if (!peutRemplir(role)) return no('LECTEUR_SEUL')
    const faite =
      cleEnvoi && (await tx.demandeEnLigne.findUnique({ where: { cleEnvoi }, select: { id: true, structureId: true } }))
    if (faite && faite.structureId === structureId) return ok({ id: faite.id })
    const campagne = await campagneDuCode(tx, code)
    if (joursRestants(campagneDe({ campagne }), le) === null) return no('CAMPAGNE_CLOSE')
    const { reglages } = reglementDe(campagne)
    if (!reglages.demandesEnLigne) return no('HORS_EXTRANET')
    const structure = await tx.structure.findUniqueOrThrow({ where: { id: structureId } })
    const genre = lireGenre(structure.genre)
    if (!genre || !estAdmis(genre, reglages.genresEligibles)) return no('GENRE_NON_ADMIS')
    const fiche = ficheId === null ? null : await ficheDe(tx, { id: ficheId, structureId })
    if (fiche && fiche.campagneId !== campagne.id) return no('FICHE_D_UNE_AUTRE')
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('demandes-en-ligne'), hashtext(${structureId}))`
    if ((await tx.demandeEnLigne.count({ where: { structureId, deposeeLe: null } })) >= COMMENCEES_MAX)
      return no('TROP_DE_DEMANDES')

    const legal = await tx.membreDeStructure.findFirst({
      where: { structureId, role: 'REPRESENTANT_LEGAL', demandeur: { actif: true } },
      select: { fonction: true, demandeur: { select: { prenom: true, nom: true } } },
      orderBy: [{ depuisLe: 'desc' }, { demandeurId: 'asc' }],
    })
    const enregistree = { enregistreeLe: le, enregistreePar: nomDActeur(demandeur) }
    const { id } = await tx.demandeEnLigne.create({
      data: {
        ...{
          structureId,
          campagneId: campagne.id,
          preProjetId: fiche?.id ?? null,
          cleEnvoi: faite ? null : cleEnvoi,
          creeeLe: le,
          changeeLe: le,
        },
        reponses: {
          create: [
            {
              etape: 'STRUCTURE',
              reponses: { ...deLaStructure(structure, demandeur), ...duRepresentant(legal) },
              ...enregistree,
            },
            { etape: 'PROJET', reponses: fiche ? deLaFiche(fiche) : {}, ...enregistree },
          ],
        },
      },
      select: { id: true },
    })
    await writeJournal(tx, demandeur, {
      acte: 'commencerDemande',
      objet: 'demande-en-ligne',
      objetId: id,
      detail: { campagne: code, structure: structure.nom },
      le,
    })
    return ok({ id })
  })

async function ficheDe(tx: Tx, visee: { id: string; structureId: string }): Promise<PreProjet> {
  const fiche = await tx.preProjet.findFirst({ where: { ...visee, avis: 'FAVORABLE' } })
  if (!fiche) throw new NotFound('pre-projet', visee.id)
  return fiche
}

const dites = (reponses: ReponsesEnLigne): ReponsesEnLigne =>
  Object.fromEntries(Object.entries(reponses).filter(([, valeur]) => valeur !== ''))

type Legal = { fonction: string; demandeur: { prenom: string; nom: string } }

/** Who signs for the structure, where one of its members does. */
const duRepresentant = (legal: Legal | null): ReponsesEnLigne =>
  legal
    ? dites({
        representantNom: legal.demandeur.nom,
        representantPrenom: legal.demandeur.prenom,
        representantFonction: legal.fonction,
      })
    : {}

function deLaStructure(structure: Structure, { prenom, nom, courriel }: Demandeur): ReponsesEnLigne {
  const { adresse, codePostal, commune } = adresseEnParties(structure)
  return dites({
    ...{ voie: adresse, codePostal, commune },
    courriel: structure.courriel,
    telephone: structure.telephone,
    site: structure.site,
    correspondantNom: nom,
    correspondantPrenom: prenom,
    correspondantCourriel: courriel,
  })
}

const euros = (cents: bigint | null): string => (cents === null || cents % 100n !== 0n ? '' : String(cents / 100n))

const jourDit = (jour: Date | null): string => (jour ? formatJour(fromDate(jour)) : '')

const deLaFiche = (fiche: PreProjet): ReponsesEnLigne =>
  dites({
    objet: fiche.titre,
    montantDemande: euros(fiche.montantSouhaiteCents),
    coutTotal: euros(fiche.coutTotalCents),
    pays: fiche.pays,
    villePartenaire: fiche.ville,
    dateDebut: jourDit(fiche.dateDebut),
    dateFin: jourDit(fiche.dateFin),
    nbParticipants: fiche.nbJeunes === null ? '' : String(fiche.nbJeunes),
  })
