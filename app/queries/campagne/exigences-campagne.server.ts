import { z } from 'zod'
import { parseMontant } from '#domain/budget/montant'
import type { Contexte } from '#domain/campagne/contexte'
import { comparerMatrices, motifsOfferts } from '#domain/campagne/difference'
import { lireCas, resoudre } from '#domain/campagne/exigence'
import { reglesDe } from '#domain/piece/regles-validite'
import { GENRES } from '#domain/structure/genre'
import { jourDeParis } from '#domain/temps/jour'
import { jourSaisi } from '#domain/temps/saisie'
import type { Db } from '#infra/db'
import { aReappliquer } from '#infra/stores/campagne/reapplication'
import { campagneDuCode, findBrouillon, lignesDe } from '#infra/stores/campagne/version-exigences'

const ouiNon = z
  .enum(['oui', 'non'])
  .transform((mot) => mot === 'oui')
  .nullable()
  .catch(null)

const vide = z.string().catch('')

/** What the preview is asked: « que demanderait-on à une commune ? ». Anything unreadable is not known. */
export const ApercuParams = z.object({
  genre: z.enum(GENRES).catch('commune'),
  montant: vide.transform((texte) => (texte ? parseMontant(texte) : null)),
  participants: vide.transform((texte) => (/^\d{1,6}$/.test(texte) ? Number(texte) : null)),
  pays: vide,
  creeeLe: vide.transform((texte) => {
    const lu = jourSaisi(texte)
    return lu.ok ? lu.value : null
  }),
  mineurs: ouiNon,
  renouvellement: ouiNon,
  signataire: ouiNon,
})
export type ApercuParams = z.infer<typeof ApercuParams>

/** What a campagne asks today, what is being prepared, where they differ, and what it would make of one demande. Throws NotFound. */
export async function exigencesCampagne(db: Db, code: string, apercu: ApercuParams, now: Date) {
  const campagne = await campagneDuCode(db, code)
  const [versions, brouillon] = await Promise.all([
    db.versionExigences.findMany({
      where: { campagneId: campagne.id, publieeLe: { not: null } },
      orderBy: { numero: 'desc' },
      select: { id: true, numero: true, publieeLe: true, publieePar: true, _count: { select: { dossiers: true } } },
    }),
    findBrouillon(db, campagne.id),
  ])
  const enVigueur = versions[0] ?? null
  const [publiees, preparees, sousUneAutre, reapplication] = await Promise.all([
    lignesDe(db, enVigueur?.id ?? null),
    brouillon ? lignesDe(db, brouillon.id) : null,
    enVigueur ? db.dossier.count({ where: aReappliquer(campagne.id, enVigueur.id) }) : 0,
    db.reapplication.findFirst({ where: { campagneId: campagne.id }, orderBy: { creeLe: 'desc' } }),
  ])
  const lignes = preparees ?? publiees
  const contexte: Contexte = {
    dispositif: campagne.dispositif,
    montantDemandeCents: apercu.montant,
    coutTotalCents: null,
    nbParticipants: apercu.participants,
    pays: apercu.pays,
    creeeLe: apercu.creeeLe,
    deposeLe: jourDeParis(now),
    mineurs: apercu.mineurs,
    renouvellement: apercu.renouvellement,
    signataireDifferent: apercu.signataire,
  }
  const lue = (ligne: (typeof lignes)[number]) => ({
    genre: ligne.genre,
    code: ligne.code,
    exigence: ligne.exigence,
    condition: lireCas(ligne.condition),
    regles: reglesDe(ligne.code, ligne.regles),
    motifs: motifsOfferts(ligne),
  })
  return {
    enVigueur,
    versions,
    brouillon: brouillon && { numero: brouillon.numero, version: brouillon.version },
    lignes: lignes.map(lue),
    differences: comparerMatrices(publiees, lignes).map(({ genre, code: piece, avant, apres }) => ({
      genre,
      code: piece,
      avant: avant && lue(avant as (typeof lignes)[number]),
      apres: apres && lue(apres as (typeof lignes)[number]),
    })),
    apercu: lignes
      .filter(({ genre }) => genre === apercu.genre)
      .map((ligne) => ({ ...lue(ligne), ...resoudre(ligne, contexte), regle: lue(ligne).exigence })),
    sousUneAutre,
    reapplication: reapplication && {
      etat: reapplication.etat,
      total: reapplication.total,
      progression: reapplication.progression,
      changes: reapplication.changes,
      erreur: reapplication.erreur,
    },
  }
}
