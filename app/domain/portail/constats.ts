import type { Champ } from '#domain/portail/champs'
import type { Lecteur } from '#domain/portail/colonnes'
import type { Anomalie } from '#domain/portail/demande-lue'
import { ENTETE_PORTAIL } from '#domain/portail/entetes'
import { PHRASE, PHRASE_COMMUNE, PHRASE_RNA, PHRASE_SIRET } from '#domain/portail/phrases'
import { parseMontant } from '#domain/budget/montant'
import { trouverCommune } from '#domain/structure/commune'
import { parseCodePostal, parseCourriel, parseTelephone } from '#domain/structure/coordonnees'
import { estNonDeclaree, genreDe } from '#domain/structure/genre'
import { parseRna, parseSiret, sirenDe } from '#domain/structure/identifiants'
import { compareJours, parseJour } from '#domain/temps/jour'
import { abreger, plier } from '#domain/texte'

/** What a line says, field by field; each reading that fails leaves an anomalie and goes on: a deposit is never lost. */
export type Releve = { lu: Lecteur; anomalies: Anomalie[] }

export const entete = (lu: Lecteur, champ: Champ): string => lu.entete(champ) ?? ENTETE_PORTAIL[champ]

/** Notes what is wrong under the file's own heading. */
export function noter({ lu, anomalies }: Releve, champ: Champ, motif: string): null {
  anomalies.push({ colonne: entete(lu, champ), motif, valeur: abreger(lu.texte(champ), 200) })
  return null
}

/** A SIRET with a right key, or null and an anomalie. A new SIRET is only asked of a structure that moved. */
function lireSiret(releve: Releve, champ: 'siret' | 'nouveauSiret'): string | null {
  const { nombre } = releve.lu.cellule(champ)
  const lu = parseSiret(nombre ?? releve.lu.texte(champ))
  if (lu.ok) return lu.value
  if (champ === 'nouveauSiret' && lu.reason === 'ABSENT') return null
  return noter(releve, champ, PHRASE_SIRET[lu.reason])
}

function lireRna(releve: Releve): string | null {
  const lu = parseRna(releve.lu.texte('rna'))
  if (lu.ok) return lu.value
  return lu.reason === 'ABSENT' ? null : noter(releve, 'rna', PHRASE_RNA)
}

function lireCourriel(releve: Releve, champ: Champ, requis: boolean): string {
  const lu = parseCourriel(releve.lu.texte(champ))
  if (lu.ok) return lu.value
  if (lu.reason !== 'ABSENT') noter(releve, champ, PHRASE.COURRIEL_MAL_FORME)
  else if (requis) noter(releve, champ, PHRASE.COURRIEL_ABSENT)
  return ''
}

function lireTelephone(releve: Releve, champ: Champ): string {
  const lu = parseTelephone(releve.lu.texte(champ))
  if (lu.ok) return lu.value
  if (lu.reason !== 'ABSENT') noter(releve, champ, PHRASE.TELEPHONE_MAL_FORME)
  return releve.lu.texte(champ)
}

function lireAdresse(releve: Releve) {
  const { lu } = releve
  const brut = parseCodePostal(lu.texte('codePostal'))
  if (!brut.ok) {
    noter(releve, 'codePostal', brut.reason === 'ABSENT' ? PHRASE.CODE_POSTAL_ABSENT : PHRASE.CODE_POSTAL_MAL_FORME)
  }
  const codePostal = brut.ok ? brut.value : lu.texte('codePostal')
  const cedex = lu.texte('cedex') !== '' && plier(lu.texte('cedex')) !== 'non'
  const trouvee = trouverCommune({ commune: lu.texte('commune'), codePostal: brut.ok ? brut.value : '', cedex })
  if (!trouvee.ok) {
    noter(
      releve,
      trouvee.reason === 'CODE_POSTAL_DISCORDANT' ? 'codePostal' : 'commune',
      PHRASE_COMMUNE[trouvee.reason],
    )
  }
  const voie = (['numeroVoie', 'bisTer', 'voie'] as const).map(lu.texte)
  const boite = (['boiteType', 'boiteNumero'] as const).map(lu.texte)
  const lignes = [
    lu.texte('complementVoie'),
    voie.filter(Boolean).join(' '),
    lu.texte('lieuDit'),
    boite.filter(Boolean).join(' '),
  ]
  return {
    adresse: lignes.filter(Boolean).join(', '),
    codePostal,
    commune: trouvee.ok ? trouvee.value.nom : lu.texte('commune'),
    codeInsee: trouvee.ok ? trouvee.value.insee : null,
  }
}

/** The structure that asks. Its new SIRET, when it moved, is the one to pay. */
export function lireStructure(releve: Releve) {
  const { lu } = releve
  const nom = lu.texte('raisonSociale')
  if (nom === '') noter(releve, 'raisonSociale', PHRASE.RAISON_SOCIALE_ABSENTE)
  const ancien = lireSiret(releve, 'siret')
  const siret = lireSiret(releve, 'nouveauSiret') ?? ancien
  const natureJuridique = lu.texte('natureJuridique')
  const genre = genreDe({ natureJuridique, siren: siret ? sirenDe(siret) : lu.texte('siret'), nom })
  if (genre === null) noter(releve, 'natureJuridique', PHRASE.GENRE_INCONNU)
  else if (estNonDeclaree(natureJuridique)) noter(releve, 'natureJuridique', PHRASE.NON_DECLAREE)
  return {
    nom,
    sigle: lu.texte('sigle'),
    genre,
    natureJuridique,
    siret,
    rna: lireRna(releve),
    ...lireAdresse(releve),
    courriel: lireCourriel(releve, 'courriel', true),
    telephone: lireTelephone(releve, 'telephone'),
    site: lu.texte('site'),
  }
}

export function lirePersonnes(releve: Releve) {
  const { texte } = releve.lu
  return {
    representant: {
      nom: texte('representantNom'),
      prenom: texte('representantPrenom'),
      fonction: texte('representantFonction'),
    },
    correspondant: {
      nom: texte('correspondantNom'),
      prenom: texte('correspondantPrenom'),
      fonction: texte('correspondantFonction'),
      courriel: lireCourriel(releve, 'correspondantCourriel', false),
      telephone: lireTelephone(releve, 'correspondantTelephone'),
    },
  }
}

function lireJourDuProjet(releve: Releve, champ: 'dateDebut' | 'dateFin') {
  const { texte, date } = releve.lu.cellule(champ)
  if (date !== undefined || texte.trim() === '') return date ?? null
  return parseJour(texte) ?? noter(releve, champ, PHRASE.DATE_ILLISIBLE)
}

function lireParticipants(releve: Releve): number | null {
  const texte = releve.lu.texte('nbParticipants').replace(/\s/g, '')
  if (texte === '') return null
  const nombre = /^\d{1,6}([.,]0+)?$/.test(texte) ? Number.parseInt(texte, 10) : 0
  return nombre > 0 ? nombre : noter(releve, 'nbParticipants', PHRASE.NOMBRE_ILLISIBLE)
}

export function lireProjet(releve: Releve) {
  const dateDebut = lireJourDuProjet(releve, 'dateDebut')
  const dateFin = lireJourDuProjet(releve, 'dateFin')
  if (dateDebut && dateFin && compareJours(dateFin, dateDebut) < 0) noter(releve, 'dateFin', PHRASE.DATES_INVERSEES)
  const { texte } = releve.lu
  const nbParticipants = lireParticipants(releve)
  return { pays: texte('pays'), villePartenaire: texte('villePartenaire'), dateDebut, dateFin, nbParticipants }
}

/** The total cost of the project, or null; compared with what is asked. */
export function lireCoutTotal(releve: Releve, montantDemande: bigint): bigint | null {
  const { nombre, texte } = releve.lu.cellule('coutTotal')
  if (texte.trim() === '') return null
  const cout = parseMontant(nombre ?? texte)
  if (cout === null || cout < 0n) return noter(releve, 'coutTotal', PHRASE.COUT_ILLISIBLE)
  if (cout < montantDemande) noter(releve, 'coutTotal', PHRASE.COUT_INSUFFISANT)
  return cout
}
