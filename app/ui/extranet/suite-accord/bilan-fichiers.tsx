import { Link } from '@remix-run/react'
import { AUTRES_FICHIERS_BILAN_MAX, CODES_FICHIER_BILAN } from '#domain/suite-accord/fichier-de-bilan'
import { compter } from '#domain/nombre'
import { adresseDeCertificationDuBilan, adresseDesFichiersDuBilan, adresseDuBilan } from '#libelles/demandeur/adresses'
import { LIBELLE_FICHIER_BILAN } from '#libelles/suite-accord/fichier-de-bilan'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import { DonnerPiece } from '#ui/extranet/demande-en-ligne/donner-piece'
import type { TeleversementVu } from '#ui/extranet/demande-en-ligne/envois-en-cours'
import commun from '#ui/extranet/extranet.module.css'
import type { BilanVu, FichierVu } from '#ui/extranet/suite-accord/bilan-vu'
import { CadreBilan } from '#ui/extranet/suite-accord/cadre-bilan'
import { FichierDit } from '#ui/extranet/suite-accord/fichier-dit'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

const AIDE = {
  COMPTE_RENDU_FINANCIER:
    'Obligatoire. Les dépenses et les recettes réalisées, à côté de celles prévues, par exemple sur le modèle cerfa n°\u00a015059. Un nouveau fichier prend la place du précédent.',
  AUTRE_DU_BILAN: `Facultatif\u00a0: photos, articles, factures. ${compter(AUTRES_FICHIERS_BILAN_MAX, 'fichier')} au plus.`,
} as const

type Props = {
  bilan: BilanVu
  enVol: readonly TeleversementVu[]
  /** What a sending without a script answered, and for which pièce. */
  recue: Reponse<{ code: string }> | undefined
}

/** The files of a bilan: the compte rendu financier, which is asked, and others. */
export function BilanFichiers({ bilan, enVol, recue }: Props) {
  const { id, enCours } = bilan
  return (
    <CadreBilan bilan={bilan} page="FICHIERS">
      <p>
        Un fichier pèse 20{'\u00a0'}Mo au plus. <span data-avec-script>Un envoi coupé reprend où il s’est arrêté.</span>
        <noscript>
          Choisissez-le, puis «{'\u00a0'}Envoyer{'\u00a0'}»{'\u00a0'}: un seul à la fois. Un envoi coupé est à refaire.
        </noscript>
      </p>
      {CODES_FICHIER_BILAN.map((code) => {
        const fichiers = enCours.fichiers.filter((un) => un.code === code)
        const nom = LIBELLE_FICHIER_BILAN[code]
        return (
          <section key={code} className={css.piece} aria-labelledby={`piece-${code}`}>
            <h2 id={`piece-${code}`} className={css.nomDePiece}>
              {nom}
              {code === 'COMPTE_RENDU_FINANCIER' && ' *'}
            </h2>
            <p>{AIDE[code]}</p>
            {fichiers.length > 0 && (
              <ul className={css.fichiers} aria-label={`Fichiers donnés\u00a0: ${nom}`}>
                {fichiers.map((fichier) => (
                  <li key={fichier.id}>
                    <FichierDit dossierId={id} fichier={fichier} />
                    <Retirer dossierId={id} fichier={fichier} />
                  </li>
                ))}
              </ul>
            )}
            <DonnerPiece
              pour={{ dossierId: id }}
              piece={{ code, nom, fichiers }}
              enVol={enVol.filter((un) => un.code === code)}
              recue={recue?.code === code ? recue : undefined}
            />
          </section>
        )
      })}
      <div className={css.pied}>
        <Link to={adresseDuBilan(id)}>Étape précédente</Link>
        <Link to={adresseDeCertificationDuBilan(id)} className={commun.bouton}>
          Étape suivante
        </Link>
      </div>
    </CadreBilan>
  )
}

function Retirer({ dossierId, fichier: { id, nomFichier } }: { dossierId: string; fichier: FichierVu }) {
  const envoi = useEnvoi({ nom: 'fichierDeBilanRetire', objet: id })
  return (
    <Formulaire envoi={envoi} action={`${adresseDesFichiersDuBilan(dossierId)}/${id}`}>
      <button type="submit" className={css.lien} disabled={envoi.state !== 'idle'} aria-label={`Retirer ${nomFichier}`}>
        Retirer
      </button>
    </Formulaire>
  )
}
