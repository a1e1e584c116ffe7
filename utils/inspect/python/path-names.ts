/** Calls that put something into a file, take it along to another, or out of an archive; and those that make paths. */
export const writer = /^(?:(?:io\.|codecs\.|aiofiles\.)?open\(\)|tempfile\.\w+\(\)|os\.fdopen\(\)|pathlib\.Path(?:\.home|\.cwd)?\(\).*)\.(?:write|writelines|write_bytes|write_text)$|^(?:os\.write|shutil\.copyfileobj)$/;
export const copier = /^(?:shutil\.(?:copy2?|copyfile|move)|os\.(?:rename|replace|link|symlink))$/;
export const extracter = /^(?:zipfile\.(?:ZipFile|PyZipFile)|tarfile\.(?:open|TarFile\.open|TarFile)|py7zr\.SevenZipFile|rarfile\.RarFile)\(\)\.extract(?:all)?$|^shutil\.unpack_archive$/;
export const joiner = /^(?:os\.path\.join|pathlib\.(?:Path|PurePath)|pathlib\.Path(?:\.home|\.cwd)?\(\).*\.joinpath)$/;
