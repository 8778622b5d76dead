import { z } from 'zod'
import { lireBorne } from '#domain/champ-du-service/borne'
import { champDeLAdresse } from '#domain/champ-du-service/champ-en-adresse'
import { ETATS, type Etat } from '#domain/dossier/etat'
import { ETATS_RECEVABILITE, recevabiliteEnAdresse } from '#domain/dossier/etat-recevabilite'
import type { FiltreDossiers } from '#domain/dossier/filtres'
import { FILS } from '#domain/fil-rouge/fil-rouge'
import {
  type NotificationEnAdresse,
  NOTIFICATIONS_EN_ADRESSE,
} from '#domain/notification-de-decision/suite-de-notification'
import { completudeDeLAdresse, completudeEnAdresse } from '#domain/piece/completude'
import { CODES_PIECE } from '#domain/piece/piece'
import { avisDeLAdresse, PROPOSITIONS_EN_ADRESSE } from '#domain/proposition/proposition-en-adresse'
import { GENRES } from '#domain/structure/genre'
import { COURRIELS_A_RELIRE } from '#infra/stores/courriel/decisions-a-relire'
import { Prisma } from '#prisma'
import { filtresPoses, type FiltresSql } from '#queries/bannette/filtres-bannette'
import { EUROS, MOTS_COURTS, PARAMETRES_COMMUNS } from '#queries/bannette/parametres-bannette'
import { contientMots, litteral } from '#queries/bannette/recherche'
import { entreBornes, tientDansChamp } from '#queries/champ-du-service/conditions-de-champ'
import { conditionDeFil } from '#queries/fil-rouge/condition-de-fil'

const VISIBLES = ETATS.filter((etat): etat is Exclude<Etat, 'BROUILLON'> => etat !== 'BROUILLON')

/** One end of a range, as it was typed; what no kind of field reads is not set. */
const BORNE = z
  .string()
  .transform((texte) => texte.trim())
  .refine((texte) => lireBorne(texte) !== null)
  .optional()
  .catch(undefined)

/** How the address says each filter. An unknown value is not set; it never reaches the database. */
export const LECTURE_FILTRES_DOSSIERS = {
  campagne: PARAMETRES_COMMUNS.campagne,
  etat: z.enum(VISIBLES).optional().catch(undefined),
  /** `manquantes`, `a-controler` or `complet`, whatever the case. */
  completude: z
    .string()
    .transform((texte) => completudeDeLAdresse(texte))
    .transform((etat) => etat && completudeEnAdresse(etat))
    .optional()
    .catch(undefined),
  /** `a-verifier`, `verifiee`, `rien-a-signaler`. */
  recevabilite: z.enum(ETATS_RECEVABILITE.map(recevabiliteEnAdresse)).optional().catch(undefined),
  /** Code of a pièce that is missing or refused. */
  piece: z.enum(CODES_PIECE).optional().catch(undefined),
  genre: z.enum(GENRES).optional().catch(undefined),
  agent: PARAMETRES_COMMUNS.agent,
  fil: z.enum(FILS).optional().catch(undefined),
  outre: z.enum(['oui', 'non']).optional().catch(undefined),
  /** By its name, which is one of its campagne. */
  etiquette: MOTS_COURTS,
  /** `<name>=<what it holds>`: a field of the service (#domain/champ-du-service/champ-en-adresse). */
  service: z
    .string()
    .max(1_000)
    .refine((dit) => champDeLAdresse(dit) !== null)
    .optional()
    .catch(undefined),
  /** The name of a field of the service, between whose values `champMin` and `champMax` those of the dossiers are. */
  champ: MOTS_COURTS,
  champMin: BORNE,
  champMax: BORNE,
  proposition: z.enum(PROPOSITIONS_EN_ADRESSE).optional().catch(undefined),
  /** Its decision waits for a second person, or no mail told it and it is to be told by post. */
  notification: z.enum(NOTIFICATIONS_EN_ADRESSE).optional().catch(undefined),
  pays: MOTS_COURTS,
  /** Of the structure. */
  commune: MOTS_COURTS,
  /** Of the structure: its id, or `aucun`. */
  territoire: z
    .union([z.literal('aucun'), z.uuid()])
    .optional()
    .catch(undefined),
  /** How the name of the town that is gone to begins. */
  partenaire: MOTS_COURTS,
  demandeMin: EUROS,
  demandeMax: EUROS,
  /** A stay of which a day at least is between these two. */
  sejourDu: PARAMETRES_COMMUNS.depuis,
  sejourAu: PARAMETRES_COMMUNS.jusqua,
  depuis: PARAMETRES_COMMUNS.depuis,
  jusqua: PARAMETRES_COMMUNS.jusqua,
  q: PARAMETRES_COMMUNS.q,
} as const satisfies Record<FiltreDossiers, z.ZodType>

export type ValeursFiltresDossiers = {
  [N in FiltreDossiers]?: z.infer<(typeof LECTURE_FILTRES_DOSSIERS)[N]> | undefined
}

/** Somebody went on in spite of what blocked, or of what its campagne says. */
const PASSE_OUTRE = Prisma.sql`(d.id IN (SELECT dossier_id FROM passer_outre WHERE retire_le IS NULL
  UNION ALL SELECT dossier_id FROM examen_recevabilite WHERE retire_le IS NULL AND verdict = 'PASSER_OUTRE'))`

/** What is proposed now, of one opinion or of any. */
function proposee(valeur: (typeof PROPOSITIONS_EN_ADRESSE)[number]): Prisma.Sql {
  const avis = avisDeLAdresse(valeur)
  const vaut = Prisma.sql`SELECT dossier_id FROM proposition WHERE remplacee_le IS NULL`
  if (avis) return Prisma.sql`d.id IN (${vaut} AND avis = ${avis}::"AvisProposition")`
  return valeur === 'sans' ? Prisma.sql`d.id NOT IN (${vaut})` : Prisma.sql`d.id IN (${vaut})`
}

/** Both ends of a range are asked at once, with its field: one walk of the index answers. */
const DIT_PAR_LE_CHAMP = () => Prisma.sql`true`

/** How a decision is still to be told. */
const NOTIFICATIONS: Record<NotificationEnAdresse, Prisma.Sql> = {
  'par-courrier': Prisma.sql`d.id IN (SELECT dossier_id FROM decision WHERE par_courrier_depuis IS NOT NULL)`,
  'a-relire': Prisma.sql`d.id IN (SELECT dossier_id ${COURRIELS_A_RELIRE})`,
}

/** What each filter asks of a dossier `d`. */
const FILTRES: FiltresSql<FiltreDossiers, ValeursFiltresDossiers> = {
  campagne: (code) => Prisma.sql`d.campagne_id = (SELECT id FROM campagne WHERE code = ${code})`,
  genre: (genre) => Prisma.sql`d.genre = ${genre}`,
  etat: (etat) => Prisma.sql`d.etat = ${etat}::"EtatDossier"`,
  completude: (adresse) => Prisma.sql`d.completude = ${completudeDeLAdresse(adresse)}::"EtatCompletude"`,
  recevabilite: (adresse) =>
    Prisma.sql`d.recevabilite = ${ETATS_RECEVABILITE.find((etat) => recevabiliteEnAdresse(etat) === adresse)}::"EtatRecevabilite"`,
  piece: (code) => Prisma.sql`d.codes_manquants @> ARRAY[${code}]::text[]`,
  agent: (agent) => (agent === 'personne' ? Prisma.sql`d.agent_id IS NULL` : Prisma.sql`d.agent_id = ${agent}::uuid`),
  fil: (fil) => conditionDeFil(fil, Prisma.sql`r.dossier_id = d.id`),
  outre: (reponse) => (reponse === 'oui' ? PASSE_OUTRE : Prisma.sql`NOT ${PASSE_OUTRE}`),
  proposition: proposee,
  notification: (valeur) => NOTIFICATIONS[valeur],
  etiquette: (nom) =>
    Prisma.sql`d.id IN (SELECT x.dossier_id FROM etiquette_de_dossier x JOIN etiquette e ON e.id = x.etiquette_id WHERE plier(e.nom) = plier(${nom}))`,
  service: tientDansChamp,
  champ: (libelle, { champMin: min, champMax: max }) => entreBornes(libelle, { min, max }),
  champMin: DIT_PAR_LE_CHAMP,
  champMax: DIT_PAR_LE_CHAMP,
  pays: (pays) => Prisma.sql`plier(d.pays) = plier(${pays})`,
  commune: (commune) =>
    Prisma.sql`d.structure_id IN (SELECT id FROM structure WHERE plier(commune) = plier(${commune}))`,
  territoire: (id) =>
    id === 'aucun'
      ? Prisma.sql`NOT EXISTS (SELECT 1 FROM structure s JOIN territoire_commune t USING (code_insee) WHERE s.id = d.structure_id)`
      : Prisma.sql`d.structure_id IN (SELECT s.id FROM structure s JOIN territoire_commune t USING (code_insee) WHERE t.territoire_id = ${id}::uuid)`,
  partenaire: (debut) => Prisma.sql`plier(d.ville_partenaire) LIKE plier(${litteral(debut)}) || '%'`,
  demandeMin: (euros) => Prisma.sql`d.montant_demande_cents >= ${euros}::bigint * 100`,
  demandeMax: (euros) => Prisma.sql`d.montant_demande_cents <= ${euros}::bigint * 100`,
  sejourDu: (jour) => Prisma.sql`d.projet_fin >= ${jour}::date`,
  sejourAu: (jour) => Prisma.sql`d.projet_debut <= ${jour}::date`,
  depuis: (jour) => Prisma.sql`d.depose_le >= ${jour}::date`,
  jusqua: (jour) => Prisma.sql`d.depose_le <= ${jour}::date`,
  q: (q) => contientMots(Prisma.sql`d.recherche`, q),
}

/** Filters whose values are too unlike for one plan to do for all. */
export const SANS_PLAN_COMMUN = [
  'q',
  'service',
  'champ',
  'pays',
  'commune',
  'territoire',
  'partenaire',
  'demandeMin',
  'demandeMax',
] as const satisfies FiltreDossiers[]

const SANS_CHAMP = { champ: undefined, champMin: undefined, champMax: undefined }

/**
 * Every filter that is set, `moi` said by its agent. A field without an end, or an end without its field, asks nothing. The tab is no filter: the counters
 * of the tabs say what each would show with these.
 */
export const filtresDossiers = (valeurs: ValeursFiltresDossiers) =>
  filtresPoses(
    FILTRES,
    valeurs.champ && (valeurs.champMin || valeurs.champMax) ? valeurs : { ...valeurs, ...SANS_CHAMP },
  )

type Cle = { axe: string; ou: Prisma.Sql }

/**
 * Where the kept counts answer a filter by itself: the axis of `dossier_compte`, and its value. A filter that is not here is counted among the
 * rows.
 */
const AXES: { [N in FiltreDossiers]?: (valeur: string) => Cle } = {
  campagne: (code) => ({
    axe: 'campagne',
    ou: Prisma.sql`c.valeur = (SELECT id::text FROM campagne WHERE code = ${code})`,
  }),
  genre: (genre) => ({ axe: 'genre', ou: Prisma.sql`c.valeur = ${genre}` }),
  etat: (etat) => ({ axe: 'etat', ou: Prisma.sql`c.valeur = ${etat}` }),
  completude: (adresse) => ({
    axe: 'completude',
    ou: Prisma.sql`c.valeur = ${completudeDeLAdresse(adresse)}::text`,
  }),
  piece: (code) => ({ axe: 'piece', ou: Prisma.sql`c.valeur = ${code}` }),
  agent: (agent) => ({ axe: 'agent', ou: Prisma.sql`c.valeur = ${agent === 'personne' ? '' : agent}` }),
  depuis: (jour) => ({ axe: 'jour', ou: Prisma.sql`c.valeur >= ${jour}` }),
  jusqua: (jour) => ({ axe: 'jour', ou: Prisma.sql`(c.valeur <= ${jour} AND c.valeur <> '')` }),
}

/** The same, for several of these at once, on the axis that crosses them. */
const CROISES: { [N in FiltreDossiers]?: (valeur: string) => Prisma.Sql } = {
  campagne: (code) => Prisma.sql`c.campagne = (SELECT id::text FROM campagne WHERE code = ${code})`,
  genre: (genre) => Prisma.sql`c.genre = ${genre}`,
  etat: (etat) => Prisma.sql`c.etat = ${etat}::"EtatDossier"`,
  completude: (adresse) => Prisma.sql`c.completude = ${completudeDeLAdresse(adresse)}::text`,
  agent: (agent) => Prisma.sql`c.agent = ${agent === 'personne' ? '' : agent}`,
}

/** The rows `c` of `dossier_compte` that answer these filters together; null where none do, and the dossiers themselves must be counted. */
export function comptesDeFiltres(poses: readonly { nom: FiltreDossiers; valeur: string }[]): Prisma.Sql | null {
  if (poses.length === 0) return Prisma.sql`c.axe = 'tous'`
  const cles = poses.flatMap(({ nom, valeur }) => AXES[nom]?.(valeur) ?? [])
  const [premier] = cles
  if (premier && cles.length === poses.length && cles.every(({ axe }) => axe === premier.axe))
    return Prisma.join([Prisma.sql`c.axe = ${premier.axe}`, ...cles.map(({ ou }) => ou)], ' AND ')
  const croises = poses.flatMap(({ nom, valeur }) => CROISES[nom]?.(valeur) ?? [])
  return croises.length === poses.length ? Prisma.join([Prisma.sql`c.axe = 'fin'`, ...croises], ' AND ') : null
}
