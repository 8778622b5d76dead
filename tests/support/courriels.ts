type Piece = { nom: string; contenu: Buffer; type?: string }

type Message = { entetes?: Record<string, string>; texte?: Buffer | string; pieces?: readonly Piece[] }

const ENTETES = {
  From: 'Camille Duriez <camille.duriez@exemple.test>',
  To: 'mcei@departement.exemple.test',
  Subject: 'Fiche pre-projet',
  Date: 'Tue, 6 May 2025 11:02:03 +0200',
  'Message-ID': '<essai-1@exemple.test>',
  'MIME-Version': '1.0',
}

const lignes = (entetes: Record<string, string>) =>
  Object.entries(entetes)
    .filter(([, valeur]) => valeur !== '')
    .map(([nom, valeur]) => `${nom}: ${valeur}\r\n`)
    .join('')

/** A mail written byte by byte: a text as it is given, or a text and files. An empty header is left out. */
export function unCourriel({ entetes = {}, texte = '', pieces = [] }: Message): Buffer {
  const corps = Buffer.from(texte)
  if (pieces.length === 0)
    return Buffer.concat([Buffer.from(`${lignes({ ...ENTETES, ...entetes })}\r\n`, 'latin1'), corps])
  const debut = lignes({ ...ENTETES, ...entetes, 'Content-Type': 'multipart/mixed; boundary="=_limite"' })
  return Buffer.concat([
    Buffer.from(
      `${debut}\r\n--=_limite\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`,
    ),
    corps,
    ...pieces.map(({ nom, contenu, type = 'application/octet-stream' }) =>
      Buffer.from(
        `\r\n--=_limite\r\nContent-Type: ${type}; name="${nom}"\r\nContent-Disposition: attachment; filename="${nom}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${contenu.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`,
      ),
    ),
    Buffer.from('\r\n--=_limite--\r\n'),
  ])
}
