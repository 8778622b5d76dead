import { useLocation } from '@remix-run/react'
import { useRef } from 'react'
import { compter } from '#domain/nombre'
import { EXPORT_DIRECT_MAX, FORMATS_EXPORT, type FormatExport } from '#domain/rapport/export'
import css from '#ui/bannette/menu-bannette.module.css'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { Icone } from '#ui/kit/icone/icone'
import { useSeFerme } from '#ui/kit/menu/se-ferme'

const LIBELLE_FORMAT: Record<FormatExport, string> = { xlsx: 'Excel (.xlsx)', csv: 'Texte (.csv)' }

/** Where the rows of the bannette are given as a file. */
const ADRESSE = '/dossiers/export'

/** The list on the screen as a file: given at once, or built aside when it is long, where `peutDemander`. */
export function ExportBannette({ total, peutDemander }: { total: number; peutDemander: boolean }) {
  const panneau = useRef<HTMLDetailsElement>(null)
  useSeFerme(panneau)
  const { search } = useLocation()
  const recherche = search.slice(1)
  const direct = total <= EXPORT_DIRECT_MAX
  if (!direct && !peutDemander) return null
  return (
    <details ref={panneau} className={css.menu}>
      <summary>
        <Icone nom="download" /> Exporter <Icone nom="arrow-drop-down" />
      </summary>
      <div className={css.panneau}>
        {FORMATS_EXPORT.map((format) =>
          direct ? (
            <a
              key={format}
              href={`${ADRESSE}?${[...(recherche ? [recherche] : []), `format=${format}`].join('&')}`}
              download
            >
              {LIBELLE_FORMAT[format]}
            </a>
          ) : (
            <AFaireFaire key={format} {...{ format, recherche }} />
          ),
        )}
        <p>
          {direct
            ? 'Les lignes de ce filtre, avec vos colonnes.'
            : `Plus de ${compter(EXPORT_DIRECT_MAX, 'ligne')}\u00a0: le fichier se prépare dans Rapports.`}
        </p>
      </div>
    </details>
  )
}

function AFaireFaire({ format, recherche }: { format: FormatExport; recherche: string }) {
  const envoi = useEnvoi({ nom: 'export', objet: `${format}?${recherche}` })
  return (
    <Formulaire envoi={envoi} action={ADRESSE}>
      <input type="hidden" name="format" value={format} />
      <input type="hidden" name="recherche" value={recherche} />
      <button type="submit" disabled={envoi.state !== 'idle'}>
        {LIBELLE_FORMAT[format]}
      </button>
    </Formulaire>
  )
}
