import type { DossierGenere, PieceGeneree, StructureGeneree } from '#domain/dossier/dossier-genere'
import type { EtatCompletude } from '#domain/piece/completude'
import { plier } from '#domain/texte'
import type { Db } from '#infra/db'

export type DossierAInserer = DossierGenere & {
  campagneId: string
  pieces: PieceGeneree[]
  completude: EtatCompletude
  nbManquantes: number
  nbAControler: number
  codesManquants: string[]
}

/** The mark of a generated dossier in its `donnees`. */
const MARQUE = '+généré'

/** The one file that every generated pièce shows: a blank page. */
export const PIECE_GENEREE = {
  cle: 'generes/piece.pdf',
  contenu: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
}

/** True when nothing in this database came from anybody. */
export async function onlyGenerated(db: Db): Promise<boolean> {
  const [row] = await db.$queryRaw<{ reel: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM dossier WHERE NOT donnees ? ${MARQUE})
      OR EXISTS (SELECT 1 FROM pre_projet) OR EXISTS (SELECT 1 FROM courriel_recu) AS reel`
  return row?.reel === false
}

/** Takes away what an earlier generation made, and what was done on it. */
export async function effacerGeneres(db: Db) {
  await db.$executeRaw`TRUNCATE dossier, structure CASCADE`
}

/** Ids follow from ranks and numbers: the same generation makes the same rows. */
export async function insertStructures(db: Db, premier: number, structures: readonly StructureGeneree[]) {
  const rows = structures.map((structure, i) => ({ ...structure, rang: premier + i, nomPlie: plier(structure.nom) }))
  await db.$executeRaw`
    INSERT INTO structure (id, siret, nom, nom_plie, genre, nature_juridique, commune, courriel)
    SELECT md5('structure/' || rang)::uuid, siret, nom, "nomPlie", genre, "natureJuridique", commune,
      'structure' || rang || '@exemple.test'
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(rang int, siret text, nom text, "nomPlie" text, genre text, "natureJuridique" text, commune text)`
}

const enTexte = (_cle: string, valeur: unknown) => (typeof valeur === 'bigint' ? valeur.toString() : valeur)

/** Dossiers, their pièces and one file for each, in one transaction. */
export async function insertDossiers(db: Db, dossiers: readonly DossierAInserer[], le: Date) {
  const json = JSON.stringify(dossiers, enTexte)
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`
        INSERT INTO dossier (id, numero, campagne_id, structure_id, etat, statut_portail, objet, depose_le, montant_demande_cents,
          cout_total_cents, montant_accorde_cents, rejet_implicite_le, completude, nb_manquantes, nb_a_controler,
          codes_manquants, exigences_id, pays, ville_partenaire, projet_debut, projet_fin, nb_participants, contact_nom, contact_courriel, donnees, cree_le)
        SELECT md5('dossier/' || numero)::uuid, numero, "campagneId", md5('structure/' || structure)::uuid, etat::"EtatDossier",
          'En cours d’analyse', objet, "deposeLe", "montantDemande", "coutTotal", "montantAccorde", "rejetImpliciteLe",
          completude::"EtatCompletude", "nbManquantes", "nbAControler", "codesManquants",
          (SELECT v.id FROM version_exigences v WHERE v.campagne_id = "campagneId" AND v.publiee_le IS NOT NULL
            ORDER BY v.numero DESC LIMIT 1), pays, ville, "projetDebut", "projetFin", "nbParticipants",
          'Dossier d’essai', 'structure' || structure || '@exemple.test',
          jsonb_build_object(${MARQUE}::text, 'oui', 'numero', numero, 'objet', objet, 'pays', pays, 'villePartenaire', ville), ${le}
        FROM jsonb_to_recordset(${json}::jsonb) AS r(numero text, "campagneId" uuid, structure int, etat text, objet text,
          "deposeLe" date, "montantDemande" bigint, "coutTotal" bigint, "montantAccorde" bigint, "rejetImpliciteLe" date,
          completude text, "nbManquantes" int, "nbAControler" int, "codesManquants" text[], pays text, ville text, "projetDebut" date, "projetFin" date,
          "nbParticipants" int)`
      await tx.$executeRaw`
        INSERT INTO piece (id, dossier_id, code, libelle, cle_depot, rang, controle, motif)
        SELECT md5('piece/' || numero || '/' || p.code)::uuid, md5('dossier/' || numero)::uuid, p.code, p.code, lower(p.code), p.rang,
          p.controle::"ControlePiece", CASE WHEN p.controle = 'NON_CONFORME' THEN 'NON_SIGNEE' END
        FROM jsonb_to_recordset(${json}::jsonb) AS r(numero text, pieces jsonb),
          jsonb_to_recordset(pieces) AS p(code text, controle text, rang int)`
      await tx.$executeRaw`
        INSERT INTO piece_version (id, piece_id, numero, nom_fichier, cle, taille, type_mime, sha256, recue_le, examen)
        SELECT md5('version/' || numero || '/' || p.code)::uuid, md5('piece/' || numero || '/' || p.code)::uuid, 1, p.code || '.pdf',
          ${PIECE_GENEREE.cle}, ${PIECE_GENEREE.contenu.length}, 'application/pdf', md5('version/' || numero || '/' || p.code), ${le}, NULL
        FROM jsonb_to_recordset(${json}::jsonb) AS r(numero text, pieces jsonb), jsonb_to_recordset(pieces) AS p(code text)`
    },
    { timeout: 120_000 },
  )
}
