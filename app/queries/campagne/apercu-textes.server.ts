import { type Agent, requireDroit } from '#domain/acces/droits'
import { lireTextes, type ModeleATextes, type RefusTexte, type TextesCampagne } from '#domain/courriel/textes'
import { ok, type Result } from '#domain/result'
import { lireGenre } from '#domain/structure/genre'
import { type Essai, essaisSurDossier, essaisSurFiche, surUneFiche } from '#emails/courriel-d-essai'
import { verifierTextes } from '#emails/textes-saisis'
import type { Db, Tx } from '#infra/db'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { campagneDuCode } from '#infra/stores/campagne/version-exigences'
import { avecGenre } from '#infra/stores/dossier/structure'
import { loadFicheEcrite } from '#infra/stores/pre-projet/fiche-ecrite'

/** Dossiers or fiches that a mail may be shown on. */
const SUJETS_MAX = 20

export type SujetDEssai = { id: string; nom: string }

/** The dossiers, or the fiches, of a campagne that a mail of this modele may be shown on, the last deposited first. */
export async function sujetsDEssai(db: Db, campagneId: string, modele: ModeleATextes): Promise<SujetDEssai[]> {
  if (surUneFiche(modele)) {
    const fiches = await db.preProjet.findMany({
      where: { campagneId },
      orderBy: [{ recuLe: 'desc' }, { id: 'asc' }],
      take: SUJETS_MAX,
      select: { id: true, titre: true, structureNom: true },
    })
    return fiches.map(({ id, titre, structureNom }) => ({ id, nom: [titre, structureNom].filter(Boolean).join(', ') }))
  }
  const dossiers = await db.dossier.findMany({
    where: { campagneId, numero: { not: null } },
    orderBy: [{ deposeLe: 'desc' }, { id: 'asc' }],
    take: SUJETS_MAX,
    select: { id: true, numero: true, structure: { select: { nom: true } } },
  })
  return dossiers.map(({ id, numero, structure }) => ({ id, nom: `${numero ?? ''}, ${structure.nom}` }))
}

/** Nobody's dossier and nobody's fiche, where the campagne has none yet. */
const EXEMPLE = {
  objet: 'Échange de jeunes à Herne',
  structure: 'Comité de jumelage d’Exemple',
  montantDemandeCents: 450_000n,
}

export type TextesSaisis = {
  /** Of the campagne. */
  code: string
  modele: ModeleATextes
  saisie: Readonly<Record<string, string | undefined>>
  /** The dossier or the fiche it is shown on; an invented one where it is of another campagne, or empty. */
  sujetId: string
}

/** The mails that these texts would write, on a real dossier or fiche, to the agent who asks. For those who may set them. Throws NotFound. */
export async function apercuTextes(
  db: Db | Tx,
  agent: Agent,
  { code, modele, saisie, sujetId }: TextesSaisis,
  now: Date,
): Promise<Result<Essai[], RefusTexte>> {
  requireDroit(agent, 'campagne.regler')
  const lus = verifierTextes(modele, saisie)
  if (!lus.ok) return lus
  const rangee = await campagneDuCode(db, code)
  const textes: TextesCampagne = { ...lireTextes(rangee.textes), [modele]: lus.value }
  const campagne = { ...rangee, textes }
  const a = { contactNom: `${agent.prenom} ${agent.nom}`, contactCourriel: agent.courriel }
  const ecriture = { now, redacteur: await loadRedacteur(db, agent.id) }
  if (surUneFiche(modele)) {
    const fiche = sujetId && (await db.preProjet.findFirst({ where: { id: sujetId, campagneId: campagne.id } }))
    const { dernier, pieces } = fiche
      ? await loadFicheEcrite(db, { ...fiche, genre: lireGenre(fiche.genre) })
      : { dernier: null, pieces: [] }
    const lue = { titre: fiche ? fiche.titre : EXEMPLE.objet, recuLe: fiche ? fiche.recuLe : now }
    return ok(essaisSurFiche(modele, { ...lue, ...a, dernier, pieces, campagne }, ecriture))
  }
  const dossier =
    sujetId &&
    (await db.dossier.findFirst({ where: { id: sujetId, campagneId: campagne.id }, include: { structure: true } }))
  const lu = dossier
    ? avecGenre(dossier)
    : {
        ...EXEMPLE,
        numero: `${campagne.annee}-00000`,
        deposeLe: now,
        projetFin: null,
        structure: { nom: EXEMPLE.structure, genre: 'association' as const, courriel: '' },
      }
  return ok(essaisSurDossier(modele, { ...lu, ...a, campagne }, ecriture))
}
